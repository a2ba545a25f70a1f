import type { Context, Hono } from 'hono';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { sendPage } from '../pages/send-page.ts';
import { formState, readForm } from '../pages/sign-in-step.ts';
import { register, registrationsOf } from '../world/registrations.ts';
import { portalNavigation } from './application-pages.ts';
import type { Visit, Visited } from './portal-visit.ts';
import {
  addAuthenticationRoutes,
  addCredentialRoutes,
  addPermissionRoutes,
} from './registration-forms.ts';
import { addOverviewRoutes } from './registration-overview.ts';
import { newRegistrationPage, registrationListPage } from './registration-pages.ts';
import { addressOf, createRegistrationVisits, refuse } from './registration-visit.ts';

const list = '/:tenant/registrations';
const none = new URLSearchParams();

/** "App registrations": the list, a new one, and the pages of each. */
export function addRegistrationRoutes(
  app: Hono,
  dependencies: PagesDependencies,
  visited: Visited,
): void {
  addListRoutes(app, dependencies, visited);
  const one = `${list}/:appId`;
  const { store } = dependencies;
  const visits = createRegistrationVisits(dependencies, visited);
  addOverviewRoutes(app, one, store, visits);
  addAuthenticationRoutes(app, one, store, visits);
  addCredentialRoutes(app, one, store, visits);
  addPermissionRoutes(app, one, store, visits);
}

function addListRoutes(app: Hono, { store, sessions }: PagesDependencies, visited: Visited): void {
  const { world, clock } = store;
  app.get(list, (context) =>
    visited(context, async ({ tenant, account }) => {
      const navigation = portalNavigation(tenant, account.userPrincipalName);
      const deleted = context.req.query('done') === 'deleted';
      const rows = registrationsOf(world, tenant);
      return await sendPage(context, registrationListPage(navigation, tenant, rows, deleted));
    }),
  );
  const showNew = async (context: Context, visit: Visit, complaint: string | null) => {
    if (!visit.rights.manageApplications) return await refuse(context, visit);
    const navigation = portalNavigation(visit.tenant, visit.account.userPrincipalName);
    const form = await formState(context, sessions, none);
    return await sendPage(context, newRegistrationPage(navigation, visit.tenant, form, complaint));
  };
  app.get(`${list}/new`, (context) =>
    visited(context, async (visit) => await showNew(context, visit, null)),
  );
  app.post(`${list}/new`, async (context) => {
    const { fields } = await readForm(context, sessions);
    return await visited(context, async (visit) => {
      const displayName = (fields.get(`${ownPrefix}name`) ?? '').trim();
      if (!visit.rights.manageApplications || displayName === '') {
        return await showNew(context, visit, 'Enter a name.');
      }
      const multiTenant = fields.get(`${ownPrefix}audience`) === 'multiple';
      const { tenant } = visit;
      const made = store.change(() =>
        register(world, tenant, { displayName, multiTenant }, clock.now()),
      );
      return context.redirect(`${addressOf(tenant, made)}?done=registered`, 303);
    });
  });
}
