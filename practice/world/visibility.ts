import type {
  AppRoleAssignment,
  EffectDelays,
  PermissionGrant,
  PracticeTenant,
  ServicePrincipal,
  World,
} from './types.ts';

/**
 * The reader of a change: the token endpoint reading principals, the token endpoint reading grants, Graph, or
 * Graph's advanced-query index.
 */
export type Reader = 'principal' | 'token' | 'graph' | 'index';

interface Dated {
  readonly createdAt: number;
  readonly deletedAt?: number | null;
}

/** How long a change takes to reach a reader, ms. */
export function delayFor(effect: EffectDelays, reader: Reader): number {
  return reader === 'principal' ? (effect.principal ?? effect.token) : effect[reader];
}

/**
 * Whether a reader sees an object now. Creating and deleting both take effect after the reader's delay, so a
 * deleted object remains visible for a while.
 */
export function isVisible(object: Dated, world: World, reader: Reader, now: number): boolean {
  const delay = delayFor(world.settings.effect, reader);
  if (object.createdAt + delay > now) return false;
  const deletedAt = object.deletedAt ?? null;
  return deletedAt === null || deletedAt + delay > now;
}

/** The service principals that a reader sees in a tenant now. */
export function visiblePrincipals(
  world: World,
  tenant: PracticeTenant,
  reader: Reader,
  now: number,
): ServicePrincipal[] {
  return [...tenant.servicePrincipals, ...tenant.deletedServicePrincipals].filter((principal) =>
    isVisible(principal, world, reader, now),
  );
}

/** The service principal of an application that a reader sees in a tenant now; the newest if two overlap. */
export function visiblePrincipal(
  world: World,
  tenant: PracticeTenant,
  appId: string,
  reader: Reader,
  now: number,
): ServicePrincipal | undefined {
  return visiblePrincipals(world, tenant, reader, now)
    .filter((principal) => principal.appId === appId)
    .sort((a, b) => b.createdAt - a.createdAt)[0];
}

/** The application permissions of a service principal (by object ID) that a reader sees now. */
export function visibleAssignments(
  world: World,
  tenant: PracticeTenant,
  principalId: string,
  reader: Reader,
  now: number,
): AppRoleAssignment[] {
  return tenant.appRoleAssignments.filter(
    (row) => row.principalId === principalId && isVisible(row, world, reader, now),
  );
}

/** The delegated grants of a client's service principal (by object ID) that a reader sees now. */
export function visibleGrants(
  world: World,
  tenant: PracticeTenant,
  clientId: string,
  reader: Reader,
  now: number,
): PermissionGrant[] {
  return tenant.permissionGrants.filter(
    (row) => row.clientId === clientId && isVisible(row, world, reader, now),
  );
}
