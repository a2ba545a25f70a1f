import type { Permission, Proof } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import type {
  AppRoleAssignmentRow,
  GraphPrincipalAnswer,
  PermissionGrantRow,
  ServicePrincipalAnswer,
} from './graph-rows.ts';
import type { Found } from './look-up.ts';

/** What the tenant's directory records about the connector. */
export interface Recorded {
  readonly servicePrincipal: Found<ServicePrincipalAnswer>;
  readonly graphPrincipal: Found<GraphPrincipalAnswer>;
  readonly assignments: Found<readonly AppRoleAssignmentRow[]>;
  readonly grants: Found<readonly PermissionGrantRow[]>;
}

/** A permission found on the service principal; `id` null if the tenant's own list does not have the name. */
export interface FoundPermission {
  readonly id: string | null;
  readonly type: Permission['type'];
  readonly name: string;
  /** `other`: a permission of an API other than Graph. */
  readonly resource: 'graph' | 'other';
  /** `oneUser`: consented by one user for themselves. */
  readonly reach: 'everyone' | 'oneUser';
}

/** Every permission that the directory records, or null if one of the lists could not be read. */
export function foundPermissions(recorded: Recorded): readonly FoundPermission[] | null {
  const { graphPrincipal, assignments, grants } = recorded;
  if (!graphPrincipal.ok || !assignments.ok || !grants.ok) return null;
  const graph = graphPrincipal.value;
  const resourceOf = (id: string) => (id === graph.id ? 'graph' : 'other');
  const roleNames = new Map(graph.appRoles.map((role) => [role.id, role.value]));
  const scopeIds = new Map(
    graph.oauth2PermissionScopes.map((scope) => [scope.value?.toLowerCase(), scope.id]),
  );
  return [
    ...assignments.value.map((row): FoundPermission => ({
      id: row.appRoleId,
      type: 'application',
      name: roleNames.get(row.appRoleId) ?? row.appRoleId,
      resource: resourceOf(row.resourceId),
      reach: 'everyone',
    })),
    ...grants.value.flatMap((row) =>
      scopesOf(row).map((scope): FoundPermission => ({
        id: scopeIds.get(scope.toLowerCase()) ?? null,
        type: 'delegated',
        name: scope,
        resource: resourceOf(row.resourceId),
        reach: row.consentType.toLowerCase() === 'allprincipals' ? 'everyone' : 'oneUser',
      })),
    ),
  ];
}

function scopesOf(row: PermissionGrantRow): readonly string[] {
  return (row.scope ?? '').split(/\s+/).filter((scope) => scope !== '');
}

/** Whether a Graph permission is recorded for the whole tenant: compared by ID, never by name. */
export function isRecorded(
  found: readonly FoundPermission[],
  permission: Permission,
  reach: FoundPermission['reach'] = 'everyone',
): boolean {
  return found.some(
    (row) =>
      row.resource === 'graph' &&
      row.reach === reach &&
      row.id === permission.id &&
      row.type === permission.type,
  );
}

/** Proof (a): the grant on the service principal. Undecided if a look-up that it needs failed. */
export function grantProof(permission: Permission, recorded: Recorded): Proof {
  const { servicePrincipal, graphPrincipal } = recorded;
  const list = permission.type === 'application' ? recorded.assignments : recorded.grants;
  if (!servicePrincipal.ok) {
    const outcome =
      servicePrincipal.problem.code === 'grant.notInstalled' ? 'missing' : 'couldNotTell';
    return proofOf(outcome, servicePrincipal.at, servicePrincipal.problem);
  }
  if (!graphPrincipal.ok) return proofOf('couldNotTell', graphPrincipal.at, graphPrincipal.problem);
  if (!list.ok) return proofOf('couldNotTell', list.at, list.problem);
  // The other list says nothing about this permission: its failure must not hide this answer.
  const found = foundPermissions({
    ...recorded,
    assignments: recorded.assignments.ok ? recorded.assignments : { ...list, value: [] },
    grants: recorded.grants.ok ? recorded.grants : { ...list, value: [] },
  });
  return proofOf(isRecorded(found ?? [], permission) ? 'proven' : 'missing', list.at, null);
}

/** A proof in the form that tests store. */
export function proofOf(outcome: Proof['outcome'], at: number, problem: Problem | null): Proof {
  return { outcome, at: new Date(at).toISOString(), problem };
}
