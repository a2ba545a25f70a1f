import { graphAppId, permissionById } from '../world/permission-catalog.ts';
import {
  addAssignments,
  addPrincipal,
  currentGrant,
  currentPrincipalOf,
  setScopes,
  splitScopes,
} from '../world/principals.ts';
import type {
  Account,
  AppRegistration,
  DirectoryRole,
  PracticeTenant,
  ServicePrincipal,
  World,
} from '../world/types.ts';
import { isVisible, visibleGrants, visiblePrincipal } from '../world/visibility.ts';
import type { WorldStore } from '../world/world-store.ts';

export type ConsentOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 650051 | 1003031; readonly text: string };

/** OpenID's scopes: part of every consent page, but never the reason for one. */
const openIdScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/**
 * Whether a role may consent for the whole tenant: an application permission of Microsoft Graph requires a
 * Privileged Role Administrator or Global Administrator.
 */
export function mayConsent(role: DirectoryRole, registration: AppRegistration): boolean {
  const asksGraphRoles = registration.requiredResourceAccess.some(
    ({ resourceAppId, type }) => resourceAppId === graphAppId && type === 'application',
  );
  if (role === 'globalAdministrator' || role === 'privilegedRoleAdministrator') return true;
  if (asksGraphRoles) return false;
  return role === 'cloudApplicationAdministrator' || role === 'applicationAdministrator';
}

/**
 * Accept on an admin-consent page: creates the enterprise application if missing, grants exactly what the
 * registration requires, and replaces the tenant-wide scopes.
 *
 * Answers 650051 in both cases: a deletion has not taken effect yet, or another consent has just created the
 * principal.
 */
export function acceptAdminConsent(
  store: WorldStore,
  tenant: PracticeTenant,
  registration: AppRegistration,
): ConsentOutcome {
  const { world, clock } = store;
  const now = clock.now();
  if (registration.requiredResourceAccess.length === 0) {
    return {
      ok: false,
      code: 1003031,
      text: `Misconfigured required resource access in client application registration. Client app ID: ${registration.clientId}.`,
    };
  }
  const leaving = tenant.deletedServicePrincipals.some(
    (principal) =>
      principal.appId === registration.clientId && isVisible(principal, world, 'graph', now),
  );
  const current = currentPrincipalOf(tenant, registration.clientId);
  const arriving = current !== undefined && !isVisible(current, world, 'principal', now);
  if ((leaving && current === undefined) || arriving) {
    return {
      ok: false,
      code: 650051,
      text: `The application needs access to a service principal whose name is already present for the tenant ${tenant.tenantId}.`,
    };
  }
  store.change(() => {
    const principalId = (current ?? addPrincipal(tenant, registration, now)).objectId;
    const resourceId = graphPrincipal(tenant).objectId;
    const wanted = (type: 'delegated' | 'application') =>
      registration.requiredResourceAccess
        .filter((one) => one.resourceAppId === graphAppId && one.type === type)
        .map((one) => ({ id: one.id, name: permissionById(one.id, type)?.value }));
    addAssignments(
      tenant,
      { principalId, resourceId },
      wanted('application').map(({ id }) => id),
      now,
    );
    const scopes = wanted('delegated').flatMap(({ name }) => name ?? []);
    setScopes(tenant, { principalId, resourceId }, null, scopes, now);
  });
  return { ok: true };
}

/** Accept on a user's own consent page: adds the scopes for this user only. */
export function acceptUserConsent(
  store: WorldStore,
  tenant: PracticeTenant,
  registration: AppRegistration,
  account: Account,
  scopes: readonly string[],
): void {
  const now = store.clock.now();
  store.change(() => {
    const principalId = (
      currentPrincipalOf(tenant, registration.clientId) ?? addPrincipal(tenant, registration, now)
    ).objectId;
    const before = splitScopes(currentGrant(tenant, principalId, account.objectId)?.scope ?? '');
    const all = new Set([...before, ...scopes.filter((scope) => !openIdScopes.has(scope))]);
    const client = { principalId, resourceId: graphPrincipal(tenant).objectId };
    setScopes(tenant, client, account.objectId, [...all], now);
  });
}

/** Delegated scopes that a user's token would have now: tenant-wide ones and the user's own. */
export function grantedScopes(
  world: World,
  tenant: PracticeTenant,
  clientId: string,
  userId: string,
  now: number,
): string[] {
  const principal = visiblePrincipal(world, tenant, clientId, 'principal', now);
  if (!principal) return [];
  const rows = visibleGrants(world, tenant, principal.objectId, 'token', now).filter(
    (row) => row.principalId === null || row.principalId === userId,
  );
  return [...new Set(rows.flatMap((row) => splitScopes(row.scope)))];
}

/**
 * Recorded delegated scopes, whether readers see them yet or not: the sign-in that consented may use them.
 */
export function consentedScopes(
  tenant: PracticeTenant,
  clientId: string,
  userId: string,
): string[] {
  const principal = currentPrincipalOf(tenant, clientId);
  if (!principal) return [];
  return [null, userId].flatMap((user) =>
    splitScopes(currentGrant(tenant, principal.objectId, user)?.scope ?? ''),
  );
}

/** Whether a sign-in with these scopes must show a consent page first. */
export function consentNeeded(
  world: World,
  tenant: PracticeTenant,
  registration: AppRegistration,
  account: Account,
  scopes: readonly string[],
  now: number,
): boolean {
  const granted = new Set(
    grantedScopes(world, tenant, registration.clientId, account.objectId, now),
  );
  return (
    scopes.some(
      (scope) => scope !== '.default' && !openIdScopes.has(scope) && !granted.has(scope),
    ) ||
    (scopes.includes('.default') && granted.size === 0)
  );
}

function graphPrincipal(tenant: PracticeTenant): ServicePrincipal {
  const found = currentPrincipalOf(tenant, graphAppId);
  if (!found) throw new Error(`Tenant ${tenant.tenantId} has no Microsoft Graph.`);
  return found;
}
