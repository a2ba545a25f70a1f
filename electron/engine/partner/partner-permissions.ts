import type { Permission } from '../../contract/grant.ts';
import { readingPermissions, signInPermissions } from '../connectors/reading-permissions.ts';

/** The delegated permissions of the partner's registration: relationships and contracts, read-only. */
const names = ['User.Read', 'DelegatedAdminRelationship.Read.All', 'Directory.Read.All'] as const;

/** The partner registration's permissions, from the list of reading permissions. */
export const partnerPermissions: readonly Permission[] = readingPermissions.filter(
  ({ name, type }) => type === 'delegated' && names.some((wanted) => wanted === name),
);

const known = new Set([...readingPermissions, ...signInPermissions].map(({ name }) => name));

/** Scopes of a token that are not on the list of reading permissions. */
export function mayWriteScopes(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => !known.has(scope));
}

/** Permissions that the lists need and a token lacks. */
export function missingScopes(scopes: readonly string[]): readonly string[] {
  return names.filter((name) => name !== 'User.Read' && !scopes.includes(name));
}
