import type { Permission } from '../../contract/grant.ts';
import { readingPermissions, signInPermissions } from '../connectors/reading-permissions.ts';

/** What the partner's registration needs, delegated: relationships and contracts, and nothing that writes. */
const names = ['User.Read', 'DelegatedAdminRelationship.Read.All', 'Directory.Read.All'] as const;

/** The partner registration's permissions, from the list of those that read. */
export const partnerPermissions: readonly Permission[] = readingPermissions.filter(
  ({ name, type }) => type === 'delegated' && names.some((wanted) => wanted === name),
);

const known = new Set([...readingPermissions, ...signInPermissions].map(({ name }) => name));

/** Scopes of a token that are not known to read only. */
export function mayWriteScopes(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => !known.has(scope));
}

/** Permissions that the lists need and a token does not carry. */
export function missingScopes(scopes: readonly string[]): readonly string[] {
  return names.filter((name) => name !== 'User.Read' && !scopes.includes(name));
}
