/** Resource units of a route before modifiers (a route not listed costs 1). Routes use `{id}` for any key. */
const baseUnits: Readonly<Record<string, number>> = {
  'groups/{id}/members': 3,
  'groups/{id}/transitiveMembers': 5,
  users: 2,
  applications: 2,
  'applications/{id}': 2,
  contracts: 3,
  'users/{id}/memberOf': 2,
  'users/{id}/transitiveMemberOf': 2,
  'groups/{id}/memberOf': 2,
  'groups/{id}/transitiveMemberOf': 2,
  oauth2PermissionGrants: 2,
  'oauth2PermissionGrants/{id}': 2,
  'servicePrincipals/{id}/appRoleAssignments': 2,
};

/** The cost of one call: `$select` and a `$top` under 20 reduce it, `$expand` increases it; at least 1. */
export function resourceUnits(route: string, query: ReadonlyMap<string, string>): number {
  let units = baseUnits[route] ?? 1;
  if (query.has('$select')) units -= 1;
  if (query.has('$expand')) units += 1;
  const top = query.get('$top');
  if (top !== undefined && Number(top) < 20) units -= 1;
  return Math.max(1, units);
}
