import type {
  AppRegistration,
  AppRoleAssignment,
  PermissionGrant,
  ServicePrincipal,
} from '../world/types.ts';
import { isVisible, visiblePrincipal, visiblePrincipals } from '../world/visibility.ts';
import { servicePrincipalType } from './application-types.ts';
import { rowsSource } from './source.ts';
import type { Source } from './source.ts';
import { deviceType, groupType, userType } from './directory-types.ts';
import type { GraphCall } from './graph-call.ts';
import { notFound } from './graph-error.ts';
import { registrationType } from './registration-type.ts';

/** Finds by object ID, or by `appId='…'`, its declared alternate key. */
export function findPrincipal(call: GraphCall, key: string): ServicePrincipal {
  const [, appId] = /^appId='([^']*)'$/i.exec(key) ?? [];
  const { world, tenant, now } = call;
  const found =
    appId === undefined
      ? visiblePrincipals(world, tenant, 'graph', now).find(
          (one) => one.objectId === key.toLowerCase(),
        )
      : visiblePrincipal(world, tenant, appId.toLowerCase(), 'graph', now);
  if (found === undefined) throw notFound(appId ?? key);
  return found;
}

/** The application permissions that Graph shows now. */
export function assignmentRows(call: GraphCall): AppRoleAssignment[] {
  return call.tenant.appRoleAssignments.filter((row) =>
    isVisible(row, call.world, 'graph', call.now),
  );
}

/** The delegated grants that Graph shows now. */
export function grantRows(call: GraphCall): PermissionGrant[] {
  return call.tenant.permissionGrants.filter((row) =>
    isVisible(row, call.world, 'graph', call.now),
  );
}

/** The registrations that Graph shows in their home tenant now. */
export function registrationRows({ world, tenant, now }: GraphCall): AppRegistration[] {
  return world.registrations.filter(
    (one) => one.homeTenantId === tenant.tenantId && isVisible(one, world, 'graph', now),
  );
}

/** Finds by object ID, or by `appId='…'`, its declared alternate key. */
export function findApplication(call: GraphCall, key: string): AppRegistration {
  const [, appId] = /^appId='([^']*)'$/i.exec(key) ?? [];
  const found = registrationRows(call).find((one) =>
    appId === undefined ? one.objectId === key.toLowerCase() : one.clientId === appId.toLowerCase(),
  );
  if (found === undefined) throw notFound(appId ?? key);
  return found;
}

/** The objects that can be restored; the cast segment is mandatory. */
export function deletedSource(call: GraphCall, cast: string): Source {
  const { directory } = call.tenant;
  const softDeleted = (kind: 'user' | 'group' | 'device') =>
    directory
      .indexes(kind)
      .map((index) => directory.at(index))
      .filter((object) => object.state === 'softDeleted');
  switch (cast) {
    case 'microsoft.graph.servicePrincipal':
      return rowsSource(
        servicePrincipalType,
        call.tenant.deletedServicePrincipals.filter(
          (one) => !isVisible(one, call.world, 'graph', call.now),
        ),
      );
    case 'microsoft.graph.group':
      return rowsSource(groupType, softDeleted('group'));
    case 'microsoft.graph.user':
      return rowsSource(userType, softDeleted('user'));
    case 'microsoft.graph.device':
      return rowsSource(deviceType, softDeleted('device'));
    default: {
      const { world, tenant, now } = call;
      return rowsSource(
        registrationType,
        world.registrations.filter(
          (one) =>
            one.homeTenantId === tenant.tenantId &&
            one.deletedAt !== null &&
            !isVisible(one, world, 'graph', now),
        ),
      );
    }
  }
}
