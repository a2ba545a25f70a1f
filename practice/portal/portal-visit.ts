import type { Context } from 'hono';
import { html } from 'hono/html';
import { DeadEnd } from '../pages/dead-end.ts';
import type { Page } from '../pages/page.ts';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { addressedTenant } from '../pages/request-checks.ts';
import type { SignInPurpose } from '../pages/sign-in-step.ts';
import { accountIn } from '../world/find.ts';
import type { Account, PracticeTenant } from '../world/types.ts';
import { portalRights } from './portal-rights.ts';
import type { PortalRights } from './portal-rights.ts';

/** A person signed in to the portal of one tenant. */
export interface Visit {
  readonly tenant: PracticeTenant;
  readonly account: Account;
  readonly rights: PortalRights;
}

/** Runs a page for a signed-in person; others first get the account picker and then return to the page. */
export type Visited = (
  context: Context,
  show: (visit: Visit) => Promise<Response>,
) => Promise<Response>;

/** The tenant whose portal an address opens. @throws DeadEnd 90002 */
export function portalTenant({ store }: PagesDependencies, context: Context): PracticeTenant {
  const part = context.req.param('tenant') ?? '';
  const tenant = addressedTenant(store.world, part);
  if (tenant !== undefined) return tenant;
  throw new DeadEnd(90002, `Open the portal of one tenant, not '${part}'.`);
}

export function createVisited(dependencies: PagesDependencies): Visited {
  return async (context, show) => {
    const tenant = portalTenant(dependencies, context);
    const known = await dependencies.sessions.account(context);
    const account = known && accountIn(known, tenant);
    if (account === undefined) {
      const next = new URLSearchParams({ next: context.req.path });
      return context.redirect(`/portal/${tenant.tenantId}?${next}`, 302);
    }
    return await show({ tenant, account, rights: portalRights(account.role) });
  };
}

/** The purpose that a portal sign-in shows. */
export function portalPurpose(tenant: PracticeTenant): SignInPurpose {
  return { tenant, purpose: `to manage ${tenant.displayName}`, hint: null, formTargets: [] };
}

/** "You do not have access", with the required roles. */
export function refusedPage(account: Account, deed: string, roles: string): Page {
  return {
    heading: 'You do not have access',
    status: 403,
    body: html`<p role="alert">
      ${account.userPrincipalName} may not ${deed} here. It takes the role ${roles}.
    </p>`,
  };
}
