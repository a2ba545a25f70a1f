import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Markup, Page } from '../pages/page.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { sendPage } from '../pages/send-page.ts';
import { formState, readForm } from '../pages/sign-in-step.ts';
import type { ReturnedForm } from '../pages/sign-in-step.ts';
import { registrationsOf } from '../world/registrations.ts';
import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import { portalNavigation } from './application-pages.ts';
import { refusedPage } from './portal-visit.ts';
import type { Visit, Visited } from './portal-visit.ts';
import { registrationNavigation } from './registration-parts.ts';
import type { Section } from './registration-parts.ts';

/** The data for a page of one registration. */
export interface Shown {
  readonly visit: Visit;
  readonly registration: AppRegistration;
  readonly navigation: Markup;
  readonly form: Awaited<ReturnType<typeof formState>>;
}

/** A person's visit to the pages of one registration. */
export interface RegistrationVisits {
  /** Runs a page for a registration of this tenant. */
  about(
    context: Context,
    section: Section,
    show: (shown: Shown) => Promise<Response>,
  ): Promise<Response>;
  /** The same for a form that changes it. */
  changing(
    context: Context,
    section: Section,
    change: (shown: Shown, returned: ReturnedForm) => Promise<Response>,
  ): Promise<Response>;
}

export function createRegistrationVisits(
  { store, sessions }: PagesDependencies,
  visited: Visited,
): RegistrationVisits {
  const about = (
    context: Context,
    section: Section,
    show: (shown: Shown) => Promise<Response>,
  ): Promise<Response> =>
    visited(context, async (visit) => {
      const { tenant, account } = visit;
      const wanted = (context.req.param('appId') ?? '').toLowerCase();
      const registration = registrationsOf(store.world, tenant).find(
        (one) => one.clientId === wanted,
      );
      if (registration === undefined) return await sendPage(context, noRegistration(tenant));
      const portal = portalNavigation(tenant, account.userPrincipalName);
      const navigation = registrationNavigation(portal, tenant, registration, section);
      const form = await formState(context, sessions, new URLSearchParams());
      return await show({ visit, registration, navigation, form });
    });
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

  return { about, changing };
}

/** "You do not have access", for people who may not register or change applications. */
export async function refuse(context: Context, { account }: Visit): Promise<Response> {
  const roles =
    'Application Administrator, Cloud Application Administrator or Global Administrator';
  return await sendPage(context, refusedPage(account, 'register or change applications', roles));
}

/** The address of a registration's first page. */
export function addressOf(tenant: PracticeTenant, { clientId }: AppRegistration): string {
  return `/portal/${tenant.tenantId}/registrations/${clientId}`;
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
