import { Hono } from 'hono';
import { html } from 'hono/html';
import { graphAppId } from '../world/permission-catalog.ts';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { Page } from '../pages/page.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { signedInAs } from '../pages/request-checks.ts';
import { sendPage } from '../pages/send-page.ts';
import {
  formState,
  readForm,
  remember,
  showOtherAccount,
  showPicker,
} from '../pages/sign-in-step.ts';
import { makePrimary } from '../world/domains.ts';
import { deletePrincipal } from '../world/principals.ts';
import type { PracticeTenant, ServicePrincipal } from '../world/types.ts';
import {
  applicationListPage,
  applicationPage,
  deletePage,
  portalNavigation,
} from './application-pages.ts';
import { domainsPage } from './domains-page.ts';
import { createVisited, portalPurpose, portalTenant, refusedPage } from './portal-visit.ts';
import { addRegistrationRoutes } from './registration-routes.ts';

const none = new URLSearchParams();

/** The portal pages: enterprise applications, app registrations and custom domain names. */
export function createPortal(dependencies: PagesDependencies): Hono {
  const { store, sessions } = dependencies;
  const { world, clock } = store;
  const app = new Hono({ strict: false });
  const visited = createVisited(dependencies);

  app.get('/:tenant', async (context) => {
    const sign = portalPurpose(portalTenant(dependencies, context));
    const next = new URLSearchParams({ next: context.req.query('next') ?? '' });
    return await showPicker(context, world, sessions, sign, next);
  });
  app.post('/:tenant', async (context) => {
    const tenant = portalTenant(dependencies, context);
    const returned = await readForm(context, sessions);
    if (returned.step === 'other') {
      return await showOtherAccount(context, sessions, portalPurpose(tenant), returned.parameters);
    }
    signedInAs(world, tenant, returned.account, 'Practice portal');
    await remember(context, world, sessions, returned.account);
    const home = `/portal/${tenant.tenantId}/`;
    const next = returned.parameters.get('next') ?? '';
    return context.redirect(next.startsWith(home) ? next : `${home}applications`, 303);
  });

  app.get('/:tenant/applications', (context) =>
    visited(context, async ({ tenant, account }) =>
      sendPage(
        context,
        applicationListPage(
          portalNavigation(tenant, account.userPrincipalName),
          tenant,
          applicationsOf(tenant),
          context.req.query('done') === 'deleted',
        ),
      ),
    ),
  );
  app.get('/:tenant/applications/:objectId', (context) =>
    visited(context, async ({ tenant, account }) => {
      const application = applicationOf(tenant, context.req.param('objectId'));
      if (application === undefined) return await sendPage(context, noApplication(tenant));
      const navigation = portalNavigation(tenant, account.userPrincipalName);
      const form = await formState(context, sessions, none);
      const saved = context.req.query('done') === 'saved';
      return await sendPage(context, applicationPage(navigation, application, form, saved));
    }),
  );
  app.post('/:tenant/applications/:objectId', async (context) => {
    const returned = await readForm(context, sessions);
    return await visited(context, async ({ tenant, account, rights }) => {
      const application = applicationOf(tenant, context.req.param('objectId'));
      if (application === undefined) return await sendPage(context, noApplication(tenant));
      if (!rights.manageApplications) {
        return await sendPage(
          context,
          refusedPage(
            account,
            'change or delete enterprise applications',
            'Cloud Application Administrator, Application Administrator or Global Administrator',
          ),
        );
      }
      const list = `/portal/${tenant.tenantId}/applications`;
      const here = `${list}/${application.objectId}`;
      if (returned.step === 'save') {
        store.change(() => {
          application.accountEnabled = returned.fields.has(`${ownPrefix}enabled`);
          application.appRoleAssignmentRequired = returned.fields.has(`${ownPrefix}assignment`);
        });
        return context.redirect(`${here}?done=saved`, 303);
      }
      if (returned.step === 'delete') {
        const navigation = portalNavigation(tenant, account.userPrincipalName);
        const form = await formState(context, sessions, none);
        return await sendPage(context, deletePage(navigation, application, form));
      }
      if (returned.step !== 'confirm' || returned.decision !== 'yes') {
        return context.redirect(here, 303);
      }
      store.change(() => deletePrincipal(tenant, application.objectId, clock.now()));
      return context.redirect(`${list}?done=deleted`, 303);
    });
  });

  app.get('/:tenant/domains', (context) =>
    visited(context, async ({ tenant, account }) => {
      const navigation = portalNavigation(tenant, account.userPrincipalName);
      const form = await formState(context, sessions, none);
      const saved = context.req.query('done') === 'saved';
      return await sendPage(context, domainsPage(navigation, tenant, form, saved));
    }),
  );
  app.post('/:tenant/domains', async (context) => {
    const returned = await readForm(context, sessions);
    return await visited(context, async ({ tenant, account, rights }) => {
      if (!rights.manageDomains) {
        return await sendPage(
          context,
          refusedPage(account, 'change domain names', 'Global Administrator'),
        );
      }
      const name = returned.fields.get(`${ownPrefix}domain`) ?? '';
      if (!tenant.domains.some((domain) => domain.name === name && domain.isVerified)) {
        return await sendPage(context, noDomain(tenant, name));
      }
      store.change(() => makePrimary(tenant, name));
      return context.redirect(`/portal/${tenant.tenantId}/domains?done=saved`, 303);
    });
  });
  addRegistrationRoutes(app, dependencies, visited);
  return app;
}

/** Microsoft's own are left out, as the portal's list does. */
function applicationsOf(tenant: PracticeTenant): ServicePrincipal[] {
  return tenant.servicePrincipals.filter((one) => one.appId !== graphAppId);
}

function applicationOf(tenant: PracticeTenant, objectId: string): ServicePrincipal | undefined {
  return applicationsOf(tenant).find((one) => one.objectId === objectId.toLowerCase());
}

function noApplication(tenant: PracticeTenant): Page {
  return {
    heading: 'Application not found',
    status: 404,
    body: html`<p>
        There is no such enterprise application in ${tenant.displayName}. It may have been deleted,
        or made anew with another object ID.
      </p>
      <p><a href="/portal/${tenant.tenantId}/applications">Enterprise applications</a></p>`,
  };
}

function noDomain(tenant: PracticeTenant, name: string): Page {
  return {
    heading: 'Domain not found',
    status: 404,
    body: html`<p>There is no verified domain “${name}” in ${tenant.displayName}.</p>
      <p><a href="/portal/${tenant.tenantId}/domains">Custom domain names</a></p>`,
  };
}
