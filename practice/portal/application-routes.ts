import type { Hono } from 'hono';
import { html } from 'hono/html';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { Page } from '../pages/page.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { sendPage } from '../pages/send-page.ts';
import { formState, readForm } from '../pages/sign-in-step.ts';
import { graphAppId } from '../world/permission-catalog.ts';
import { deletePrincipal } from '../world/principals.ts';
import type { PracticeTenant, ServicePrincipal } from '../world/types.ts';
import {
  applicationListPage,
  applicationPage,
  deletePage,
  portalNavigation,
} from './application-pages.ts';
import { refusedPage } from './portal-visit.ts';
import type { Visited } from './portal-visit.ts';

const none = new URLSearchParams();

/** "Enterprise applications": the list, and the page of each. */
export function addApplicationRoutes(
  app: Hono,
  { store, sessions }: PagesDependencies,
  visited: Visited,
): void {
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
      store.change(() => deletePrincipal(tenant, application.objectId, store.clock.now()));
      return context.redirect(`${list}?done=deleted`, 303);
    });
  });
}

/** Microsoft's own applications are hidden, as in the portal's list. */
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
