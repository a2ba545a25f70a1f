import type { Permission } from '../../contract/grant.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import {
  connectorPermissions,
  isSignInPermission,
  readingPermission,
  writingPermissionName,
} from './reading-permissions.ts';

/**
 * The permissions that a profile requires, each once, with their names from the allow-list. The
 * default is the connector's three. Sign-in scopes are omitted: they are neither extra nor missing.
 *
 * Errors: `profile.permissionMayWrite` names every permission that is not on the list of reading
 * ones; `profile.nothingRequired` when no permission remains.
 */
export function requiredPermissions(
  asked: readonly Pick<Permission, 'id' | 'type'>[] | undefined,
): readonly Permission[] {
  if (asked === undefined) return connectorPermissions;
  const wanted = asked.filter((permission) => !isSignInPermission(permission));
  const found = wanted.map(readingPermission);
  const refused = wanted.filter((_, index) => found[index] === null);
  if (refused.length > 0) {
    const permissions = [...new Set(refused.map(({ id }) => writingPermissionName(id)))].join(', ');
    throw new EvergrantError('profile.permissionMayWrite', { params: { permissions } });
  }
  const required = new Set(found.filter((permission) => permission !== null));
  if (required.size === 0) throw new EvergrantError('profile.nothingRequired');
  return [...required];
}
