import { accountIn } from '../world/find.ts';
import type { Account, DirectoryRole, PracticeTenant, World } from '../world/types.ts';
import { delayFor, visiblePrincipals } from '../world/visibility.ts';
import type { GraphDependencies } from './graph-dependencies.ts';
import { accessDenied, GraphError } from './graph-error.ts';
import { graphPermissions } from '../world/permission-catalog.ts';

/** Who calls, in which tenant, and what Graph lets them read now. */
export interface Caller {
  readonly kind: 'application' | 'delegated';
  readonly tenant: PracticeTenant;
  readonly appId: string;
  /** Object ID of the signed-in user; null for an application. */
  readonly userId: string | null;
  readonly account: Account | null;
  readonly role: DirectoryRole | null;
  /** Whether the caller has one of these permissions and it has taken effect. */
  readonly has: (...permissions: readonly string[]) => boolean;
}

/**
 * Checks the token and finds its application in the tenant.
 *
 * Throws `GraphError` 401 for an invalid token, 403 for an application or account that does not exist (or no
 * longer, or not yet) in the tenant.
 */
export async function identifyCaller(
  dependencies: GraphDependencies,
  authorization: string | undefined,
): Promise<Caller> {
  const { world, clock } = dependencies;
  const verified = await dependencies.verifyAccessToken(world, clock, authorization);
  if (!verified.ok) throw invalidToken(verified.reason);
  const { claims } = verified;
  const tenant = world.tenants.get(claims.tid.toLowerCase());
  if (tenant === undefined) throw invalidToken('The tenant of the access token is not known.');
  const now = clock.now();
  const appId = claims.appid.toLowerCase();
  const oid = claims.oid?.toLowerCase();
  const delegated = claims.scp !== undefined;
  const principal = visiblePrincipals(world, tenant, 'graph', now)
    .filter(
      (one) => one.appId === appId && (delegated || oid === undefined || one.objectId === oid),
    )
    .sort((a, b) => b.createdAt - a.createdAt)[0];
  if (principal === undefined || tenant.refusedPrincipals.includes(principal.objectId))
    throw new GraphError(
      403,
      'Authorization_IdentityNotFound',
      'The identity of the calling application could not be established.',
    );
  if (!principal.accountEnabled)
    throw new GraphError(
      403,
      'Authorization_IdentityDisabled',
      'The identity of the calling application is disabled.',
    );
  const account = delegated ? findSignedIn(world, tenant, oid) : null;
  const named = delegated ? (claims.scp ?? '').split(' ') : (claims.roles ?? []);
  const effective = new Set(
    named.filter((name) => hasTakenEffect(world, tenant, principal.objectId, name, delegated, now)),
  );
  return {
    kind: delegated ? 'delegated' : 'application',
    tenant,
    appId,
    userId: delegated ? (oid ?? null) : null,
    account,
    role: account?.role ?? null,
    has: (...permissions) =>
      permissions.some((name) => effective.has(name) || effective.has(writingTwin(name))),
  };
}

/**
 * The account's role in this tenant. A partner's account without a role there may read nothing; an ordinary
 * member of the tenant may read the directory.
 */
function findSignedIn(
  world: World,
  tenant: PracticeTenant,
  oid: string | undefined,
): Account | null {
  for (const home of world.tenants.values()) {
    const account = home.accounts.find((one) => one.objectId === oid);
    if (account === undefined) continue;
    const acting = accountIn(account, tenant);
    const foreign = home !== tenant;
    if (acting === undefined || (foreign && acting.role === 'none')) throw accessDenied();
    return acting;
  }
  throw new GraphError(
    403,
    'Authorization_IdentityNotFound',
    'The identity of the signed-in user could not be established.',
  );
}

/**
 * Graph trusts the token's claims, but honors a new grant only after a delay. After a grant is revoked,
 * existing tokens stay valid until they expire.
 */
function hasTakenEffect(
  world: World,
  tenant: PracticeTenant,
  principalId: string,
  permission: string,
  delegated: boolean,
  now: number,
): boolean {
  const id = graphPermissions.find(
    (one) => one.value === permission && one.type === 'application',
  )?.id;
  const rows = delegated
    ? tenant.permissionGrants.filter(
        (row) => row.clientId === principalId && row.scope.split(' ').includes(permission),
      )
    : tenant.appRoleAssignments.filter(
        (row) => row.principalId === principalId && row.appRoleId === id,
      );
  const since = now - delayFor(world.settings.effect, 'graph');
  return rows.length === 0 || rows.some((row) => row.createdAt <= since);
}

/** A read-write permission also allows reading. */
function writingTwin(permission: string): string {
  return permission.replace('.Read.', '.ReadWrite.');
}

function invalidToken(reason: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', reason, {
    'WWW-Authenticate': 'Bearer realm="", client_id="00000003-0000-0000-c000-000000000000"',
  });
}
