import type { Hono } from 'hono';
import { html } from 'hono/html';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { Page } from '../pages/page.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { sendPage } from '../pages/send-page.ts';
import { formState, readForm } from '../pages/sign-in-step.ts';
import { makePrimary } from '../world/domains.ts';
import type { PracticeTenant } from '../world/types.ts';
import { portalNavigation } from './application-pages.ts';
import { domainsPage } from './domains-page.ts';
import { refusedPage } from './portal-visit.ts';
import type { Visited } from './portal-visit.ts';

/** "Custom domain names". */
export function addDomainRoutes(
  app: Hono,
  { store, sessions }: PagesDependencies,
  visited: Visited,
): void {
  app.get('/:tenant/domains', (context) =>
    visited(context, async ({ tenant, account }) => {
      const navigation = portalNavigation(tenant, account.userPrincipalName);
      const form = await formState(context, sessions, new URLSearchParams());
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
}

function noDomain(tenant: PracticeTenant, name: string): Page {
  return {
    heading: 'Domain not found',
    status: 404,
    body: html`<p>There is no verified domain “${name}” in ${tenant.displayName}.</p>
      <p><a href="/portal/${tenant.tenantId}/domains">Custom domain names</a></p>`,
  };
}
