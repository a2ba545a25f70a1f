import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { graphAppId } from '../graph/permission-catalog.ts';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { Page } from '../pages/page.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { addressedTenant, signedInAs } from '../pages/request-checks.ts';
import { sendPage } from '../pages/send-page.ts';
import {
  formState,
  readForm,
  remember,
  showOtherAccount,
  showPicker,
} from '../pages/sign-in-step.ts';
import { DeadEnd } from '../pages/dead-end.ts';
import { accountIn } from '../world/find.ts';
import { makePrimary } from '../world/domains.ts';
import { deletePrincipal } from '../world/principals.ts';
import type { Account, PracticeTenant, ServicePrincipal } from '../world/types.ts';
import {
  applicationListPage,
  applicationPage,
  deletePage,
  portalNavigation,
} from './application-pages.ts';
import { domainsPage } from './domains-page.ts';
import { portalRights } from './portal-rights.ts';
import type { PortalRights } from './portal-rights.ts';

interface Visit {
  readonly tenant: PracticeTenant;
  readonly account: Account;
  readonly rights: PortalRights;
}

const none = new URLSearchParams();

/** The portal pages that a reset needs: enterprise applications and custom domain names. */
export function createPortal(dependencies: PagesDependencies): Hono {
  const { store, sessions } = dependencies;
  const { world, clock } = store;
  const app = new Hono({ strict: false });

  const tenantOf = (context: Context): PracticeTenant => {
    const part = context.req.param('tenant') ?? '';
    const tenant = addressedTenant(world, part);
    if (tenant === undefined)
      throw new DeadEnd(90002, `Open the portal of one tenant, not '${part}'.`);
    return tenant;
  };
  /** Runs a page for somebody who is signed in; others meet the picker first and come back here. */
  const visited = async (
    context: Context,
    show: (visit: Visit) => Promise<Response>,
  ): Promise<Response> => {
    const tenant = tenantOf(context);
    const known = await sessions.account(context);
    const account = known && accountIn(known, tenant);
    if (account === undefined) {
      const next = new URLSearchParams({ next: context.req.path });
      return context.redirect(`/portal/${tenant.tenantId}?${next}`, 302);
    }
    return await show({ tenant, account, rights: portalRights(account.role) });
  };
  const purposeOf = (tenant: PracticeTenant) => ({
    tenant,
    purpose: `to manage ${tenant.displayName}`,
    hint: null,
    formTargets: [],
  });

  app.get('/:tenant', async (context) => {
    const sign = purposeOf(tenantOf(context));
    const next = new URLSearchParams({ next: context.req.query('next') ?? '' });
    return await showPicker(context, world, sessions, sign, next);
  });
  app.post('/:tenant', async (context) => {
    const tenant = tenantOf(context);
    const returned = await readForm(context, sessions);
    if (returned.step === 'other') {
      return await showOtherAccount(context, sessions, purposeOf(tenant), returned.parameters);
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

function refusedPage(account: Account, deed: string, roles: string): Page {
  return {
    heading: 'You do not have access',
    status: 403,
    body: html`<p role="alert">
      ${account.userPrincipalName} may not ${deed} here. It takes the role ${roles}.
    </p>`,
  };
}
