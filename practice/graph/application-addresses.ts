import {
  appRoleAssignmentType,
  permissionGrantType,
  servicePrincipalType,
} from './application-types.ts';
import {
  assignmentRows,
  deletedSource,
  findApplication,
  findPrincipal,
  grantRows,
  registrationRows,
} from './application-routes.ts';
import { rowsSource } from './source.ts';
import { answerEntity } from './directory-routes.ts';
import type { GraphCall } from './graph-call.ts';
import { notFound } from './graph-error.ts';
import { registrationType } from './registration-type.ts';
import { rights } from './rights.ts';
import { key, list } from './route.ts';
import type { Route } from './route.ts';
import { visiblePrincipals } from '../world/visibility.ts';

const principal = (call: GraphCall) => findPrincipal(call, key(call));

/** App registrations, service principals, their grants, and deleted objects. */
export const applicationRoutes: readonly Route[] = [
  {
    name: 'applications',
    rights: rights.applications,
    answer: list((call) => rowsSource(registrationType, registrationRows(call))),
  },
  {
    name: 'applications/{id}',
    rights: rights.applications,
    answer: (call) => answerEntity(call, registrationType, findApplication(call, key(call))),
  },
  {
    name: 'servicePrincipals',
    rights: rights.servicePrincipals,
    answer: list((call) =>
      rowsSource(
        servicePrincipalType,
        visiblePrincipals(call.world, call.tenant, 'graph', call.now),
      ),
    ),
  },
  {
    name: 'servicePrincipals/{id}',
    rights: rights.servicePrincipals,
    answer: (call) => answerEntity(call, servicePrincipalType, principal(call)),
  },
  {
    name: 'servicePrincipals/{id}/appRoleAssignments',
    rights: rights.servicePrincipals,
    answer: list((call) =>
      rowsSource(
        appRoleAssignmentType,
        assignmentRows(call).filter((row) => row.principalId === principal(call).objectId),
      ),
    ),
  },
  {
    name: 'servicePrincipals/{id}/appRoleAssignedTo',
    rights: rights.servicePrincipals,
    answer: list((call) =>
      rowsSource(
        appRoleAssignmentType,
        assignmentRows(call).filter((row) => row.resourceId === principal(call).objectId),
      ),
    ),
  },
  {
    name: 'servicePrincipals/{id}/oauth2PermissionGrants',
    rights: rights.permissionGrants,
    answer: list((call) =>
      rowsSource(
        permissionGrantType,
        grantRows(call).filter((row) => row.clientId === principal(call).objectId),
      ),
    ),
  },
  {
    name: 'oauth2PermissionGrants',
    rights: rights.permissionGrants,
    answer: list((call) => rowsSource(permissionGrantType, grantRows(call))),
  },
  {
    name: 'oauth2PermissionGrants/{id}',
    rights: rights.permissionGrants,
    answer: (call) => {
      const row = grantRows(call).find((one) => one.id === key(call));
      if (row === undefined) throw notFound(key(call));
      return answerEntity(call, permissionGrantType, row);
    },
  },
  ...(
    [
      ['microsoft.graph.servicePrincipal', rights.deletedApplications],
      ['microsoft.graph.application', rights.deletedApplications],
      ['microsoft.graph.group', rights.deletedGroups],
      ['microsoft.graph.user', rights.deletedUsers],
      ['microsoft.graph.device', rights.deletedDevices],
    ] as const
  ).map(([cast, wanted]): Route => ({
    name: `directory/deletedItems/${cast}`,
    rights: wanted,
    answer: list((call) => deletedSource(call, cast)),
  })),
];
