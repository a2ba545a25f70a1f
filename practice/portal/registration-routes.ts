import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { Markup, Page } from '../pages/page.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { sendPage } from '../pages/send-page.ts';
import { formState, readForm } from '../pages/sign-in-step.ts';
import type { ReturnedForm } from '../pages/sign-in-step.ts';
import { deleteRegistration, register, registrationsOf } from '../world/registrations.ts';
import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import { portalNavigation } from './application-pages.ts';
import { authenticationPage } from './authentication-page.ts';
import { credentialsPage } from './credentials-page.ts';
import { permissionsPage } from './permissions-page.ts';
import { refusedPage } from './portal-visit.ts';
import type { Visit, Visited } from './portal-visit.ts';
import {
  changeAuthentication,
  changeCredentials,
  changePermissions,
  FormComplaint,
} from './registration-changes.ts';
import {
  deleteRegistrationPage,
  newRegistrationPage,
  overviewPage,
  registrationListPage,
} from './registration-pages.ts';
import { registrationNavigation } from './registration-parts.ts';
import type { Section } from './registration-parts.ts';

/** What a page of one registration is made from. */
interface Shown {
  readonly visit: Visit;
  readonly registration: AppRegistration;
  readonly navigation: Markup;
  readonly form: Awaited<ReturnType<typeof formState>>;
}

const none = new URLSearchParams();

/** "App registrations": the list, a new one, and the pages of each. */
export function addRegistrationRoutes(
  app: Hono,
  dependencies: PagesDependencies,
  visited: Visited,
): void {
  const { store, sessions } = dependencies;
  const { world, clock } = store;
  const list = '/:tenant/registrations';

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

  /** Runs a page for a registration of this tenant. */
  const about = (
    context: Context,
    section: Section,
    show: (shown: Shown) => Promise<Response>,
  ): Promise<Response> =>
    visited(context, async (visit) => {
      const { tenant, account } = visit;
      const wanted = (context.req.param('appId') ?? '').toLowerCase();
      const registration = registrationsOf(world, tenant).find((one) => one.clientId === wanted);
      if (registration === undefined) return await sendPage(context, noRegistration(tenant));
      const portal = portalNavigation(tenant, account.userPrincipalName);
      const navigation = registrationNavigation(portal, tenant, registration, section);
      const form = await formState(context, sessions, none);
      return await show({ visit, registration, navigation, form });
    });
  /** The same for a form that changes it. */
  const changing = async (
    context: Context,
    section: Section,
    change: (shown: Shown, returned: ReturnedForm) => Promise<Response>,
  ): Promise<Response> => {
    const returned = await readForm(context, sessions);
    return await about(context, section, async (shown) =>
      shown.visit.rights.manageApplications
        ? await change(shown, returned)
        : await refuse(context, shown.visit),
    );
  };

  const one = `${list}/:appId`;
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
          store.change(() => deleteRegistration(world, registration, clock.now()));
          return context.redirect(
            `/portal/${visit.tenant.tenantId}/registrations?done=deleted`,
            303,
          );
        default:
          return context.redirect(here, 303);
      }
    }),
  );

  const showAuthentication = (shown: Shown, complaint: string | null): Page =>
    authenticationPage(
      shown.navigation,
      shown.registration,
      shown.visit.tenant,
      shown.form,
      complaint,
    );
  app.get(`${one}/authentication`, (context) =>
    about(context, '/authentication', async (shown) =>
      sendPage(context, showAuthentication(shown, null)),
    ),
  );
  app.post(`${one}/authentication`, (context) =>
    changing(context, '/authentication', async (shown, returned) => {
      const complaint = complaintOf(() =>
        store.change(() => changeAuthentication(shown.registration, returned)),
      );
      if (complaint !== null) return await sendPage(context, showAuthentication(shown, complaint));
      return context.redirect(context.req.path, 303);
    }),
  );

  const showCredentials = (shown: Shown, complaint: string | null, secret: string | null): Page =>
    credentialsPage(shown.navigation, shown.registration, shown.form, { complaint, secret });
  app.get(`${one}/credentials`, (context) =>
    about(context, '/credentials', async (shown) =>
      sendPage(context, showCredentials(shown, null, null)),
    ),
  );
  app.post(`${one}/credentials`, (context) =>
    changing(context, '/credentials', async (shown, returned) => {
      let secret: string | null = null;
      const complaint = complaintOf(() => {
        secret = store.change(() => changeCredentials(shown.registration, returned, clock.now()));
      });
      if (complaint === null && secret === null) return context.redirect(context.req.path, 303);
      return await sendPage(context, showCredentials(shown, complaint, secret));
    }),
  );

  app.get(`${one}/permissions`, (context) =>
    about(context, '/permissions', async ({ navigation, registration, form }) =>
      sendPage(context, permissionsPage(navigation, registration, form, null)),
    ),
  );
  app.post(`${one}/permissions`, (context) =>
    changing(context, '/permissions', async ({ navigation, registration, form }, returned) => {
      const complaint = complaintOf(() =>
        store.change(() => changePermissions(registration, returned)),
      );
      if (complaint === null) return context.redirect(context.req.path, 303);
      return await sendPage(context, permissionsPage(navigation, registration, form, complaint));
    }),
  );
}

async function refuse(context: Context, { account }: Visit): Promise<Response> {
  const roles =
    'Application Administrator, Cloud Application Administrator or Global Administrator';
  return await sendPage(context, refusedPage(account, 'register or change applications', roles));
}

function addressOf(tenant: PracticeTenant, { clientId }: AppRegistration): string {
  return `/portal/${tenant.tenantId}/registrations/${clientId}`;
}

function complaintOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof FormComplaint) return error.message;
    throw error;
  }
}

function noRegistration(tenant: PracticeTenant): Page {
  return {
    heading: 'Application not found',
    status: 404,
    body: html`<p>
        There is no such app registration in ${tenant.displayName}. It may have been deleted, or be
        at home in another tenant.
      </p>
      <p><a href="/portal/${tenant.tenantId}/registrations">App registrations</a></p>`,
  };
}
