import type { Permission } from '../../../contract/grant.ts';
import type { Cloud } from '../../clouds/cloud.ts';
import { readingPermissions, signInPermissions } from '../../connectors/reading-permissions.ts';
import type { Recorded } from './recorded-grants.ts';

type Row = { readonly id: string; readonly value: string | null };

/** The worldwide ID of a permission by type and name. Graph uses the same names in every cloud. */
const worldwide = new Map(
  [...readingPermissions, ...signInPermissions].map(({ id, type, name }) => [
    `${type} ${name.toLowerCase()}`,
    id,
  ]),
);

/**
 * Converts what a tenant of a national cloud records to the IDs by which permissions are judged.
 *
 * Microsoft documents only the IDs of the worldwide cloud. In the other clouds, each ID is therefore looked
 * up in the tenant's service principal of Graph, which only Microsoft can change: an ID whose name there is
 * that of a read permission counts as that permission. A name that is not on the list keeps its ID, and so
 * counts as a write permission. In the worldwide and in a custom cloud, only IDs count.
 *
 * Source: learn.microsoft.com/graph/permissions-reference; docs/adr/0010.
 */
export function inWorldwideIds(cloud: Cloud, recorded: Recorded): Recorded {
  const { graphPrincipal, assignments } = recorded;
  if (cloud.name === 'global' || cloud.name === 'custom' || !graphPrincipal.ok) return recorded;
  const graph = graphPrincipal.value;
  const renamed = <R extends Row>(rows: readonly R[], type: Permission['type']): R[] =>
    rows.map((row) => ({ ...row, id: worldwide.get(keyOf(type, row.value)) ?? row.id }));
  const roleIds = new Map(
    graph.appRoles.map(({ id, value }) => [id, worldwide.get(keyOf('application', value)) ?? id]),
  );
  return {
    ...recorded,
    graphPrincipal: {
      ...graphPrincipal,
      value: {
        ...graph,
        appRoles: renamed(graph.appRoles, 'application'),
        oauth2PermissionScopes: renamed(graph.oauth2PermissionScopes, 'delegated'),
      },
    },
    assignments: assignments.ok
      ? {
          ...assignments,
          value: assignments.value.map((row) =>
            row.resourceId === graph.id
              ? { ...row, appRoleId: roleIds.get(row.appRoleId) ?? row.appRoleId }
              : row,
          ),
        }
      : assignments,
  };
}

function keyOf(type: Permission['type'], name: string | null): string {
  return `${type} ${(name ?? '').toLowerCase()}`;
}
