import type { Permission } from '../../../contract/grant.ts';

/** The small read that requires a permission, by permission name. The names are those of the allow-list. */
const reads: Readonly<Record<string, string>> = {
  'User.Read': '/me?$select=id',
  'User.ReadBasic.All': '/users?$top=1&$select=id',
  'User.Read.All': '/users?$top=1&$select=id',
  'GroupMember.Read.All': '/groups?$top=1&$select=id',
  'Group.ReadBasic.All': '/groups?$top=1&$select=id',
  'Group.Read.All': '/groups?$top=1&$select=id',
  'Application.Read.All': '/servicePrincipals?$top=1&$select=id',
  'Organization.Read.All': '/organization?$select=id',
  'Domain.Read.All': '/domains?$select=id',
};

/** Exercised by reading the grants on the connector's own service principal. */
const readsGrants = new Set(['Directory.Read.All', 'DelegatedPermissionGrant.Read.All']);

/**
 * The path of the real read that exercises a permission; else why there is none: Evergrant knows no read for
 * it, or the service principal's object ID is required and unknown.
 *
 * Source: learn.microsoft.com/graph/permissions-reference.
 */
export function realRead(
  permission: Permission,
  servicePrincipalId: string | null,
): { readonly path: string } | { readonly missing: 'noReadKnown' | 'principalUnread' } {
  if (!readsGrants.has(permission.name)) {
    const path = reads[permission.name];
    return path === undefined ? { missing: 'noReadKnown' } : { path };
  }
  if (servicePrincipalId === null) return { missing: 'principalUnread' };
  const filter = encodeURIComponent(`clientId eq '${servicePrincipalId}'`);
  return { path: `/oauth2PermissionGrants?$filter=${filter}` };
}
