import type { Hono } from 'hono';
import { sendPage } from '../pages/send-page.ts';
import { deleteRegistration } from '../world/registrations.ts';
import type { WorldStore } from '../world/world-store.ts';
import { deleteRegistrationPage, overviewPage } from './registration-pages.ts';
import { addressOf } from './registration-visit.ts';
import type { RegistrationVisits } from './registration-visit.ts';

/** The first page of a registration, with its deactivation, publisher verification and deletion. */
export function addOverviewRoutes(
  app: Hono,
  one: string,
  store: WorldStore,
  { about, changing }: RegistrationVisits,
): void {
  app.get(one, (context) =>
    about(context, '', async ({ visit, registration, navigation, form }) => {
      const done = context.req.query('done') ?? '';
      const page = overviewPage(navigation, registration, visit.tenant, form, done);
      return await sendPage(context, page);
    }),
  );
  app.post(one, (context) =>
    changing(context, '', async ({ visit, registration, navigation, form }, returned) => {
      const here = addressOf(visit.tenant, registration);
      switch (returned.step) {
        case 'deactivate':
        case 'activate':
          store.change(() => (registration.isDisabled = returned.step === 'deactivate'));
          return context.redirect(`${here}?done=saved`, 303);
        case 'verify':
        case 'unverify':
          store.change(() => (registration.publisher.verified = returned.step === 'verify'));
          return context.redirect(`${here}?done=saved`, 303);
        case 'delete':
          return await sendPage(context, deleteRegistrationPage(navigation, registration, form));
        case 'confirm':
          if (returned.decision !== 'yes') return context.redirect(here, 303);
          store.change(() => deleteRegistration(store.world, registration, store.clock.now()));
          return context.redirect(
            `/portal/${visit.tenant.tenantId}/registrations?done=deleted`,
            303,
          );
        default:
          return context.redirect(here, 303);
      }
    }),
  );
}
