import type { DirectoryObject } from '../directory/types.ts';
import type { Source } from './collection.ts';
import { answerCollection, rowsSource } from './collection.ts';
import {
  appRoleAssignmentType,
  permissionGrantType,
  servicePrincipalType,
} from './application-types.ts';
import {
  answerEntity,
  directorySource,
  findContact,
  findDevice,
  findGroup,
  findSignedInUser,
  findUser,
} from './directory-routes.ts';
import { answerDelta } from './delta.ts';
import { contactType, deviceType, groupType, userType } from './directory-types.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import {
  assignmentRows,
  deletedSource,
  findApplication,
  findPrincipal,
  grantRows,
  registrationRows,
} from './application-routes.ts';
import { notFound } from './graph-error.ts';
import { registrationType } from './registration-type.ts';
import { relationSource } from './relation-source.ts';
import type { RelationName } from './relation-source.ts';
import { rights } from './rights.ts';
import type { Rights } from './rights.ts';
import {
  answerOrganization,
  answerTenantInformation,
  customerRows,
  domainRows,
} from './tenant-routes.ts';
import {
  contractType,
  delegatedAdminCustomerType,
  delegatedAdminRelationshipType,
  domainType,
} from './tenant-types.ts';
import { visiblePrincipals } from '../world/visibility.ts';

/** One address of Graph. */
export interface Route {
  /** Segments joined by `/`, `{id}` for any key: the name that costs, latency and faults go by. */
  readonly name: string;
  readonly rights: Rights;
  readonly answer: (call: GraphCall) => GraphAnswer;
  /** A function such as delta: writing methods are not allowed, rather than refused. */
  readonly isFunction?: boolean;
  /** What the signed-in user may read of itself: the user's key is the first one. */
  readonly own?: boolean;
}

const list = (source: (call: GraphCall) => Source) => (call: GraphCall) =>
  answerCollection(call, source(call));

const key = (call: GraphCall, at = 0): string => call.keys[at] ?? '';

const relation =
  (name: RelationName, find: (call: GraphCall) => DirectoryObject) => (call: GraphCall) =>
    answerCollection(call, relationSource(call, find(call), name, 'list'));

const group = (call: GraphCall) => findGroup(call, key(call));
const user = (call: GraphCall) => findUser(call, key(call));

const directoryRoutes: readonly Route[] = [
  { name: 'users', rights: rights.users, answer: list((call) => directorySource(call, 'user')) },
  {
    name: 'users/delta',
    rights: rights.usersDelta,
    isFunction: true,
    answer: (call) => answerDelta(call, 'users'),
  },
  {
    name: 'users/{id}',
    rights: rights.user,
    own: true,
    answer: (call) => answerEntity(call, userType, user(call)),
  },
  ...(['memberOf', 'transitiveMemberOf'] as const).flatMap((name): Route[] => [
    {
      name: `users/{id}/${name}`,
      rights: rights.userMemberOf,
      own: true,
      answer: relation(name, user),
    },
    { name: `groups/{id}/${name}`, rights: rights.groupMemberOf, answer: relation(name, group) },
    {
      name: `me/${name}`,
      rights: { ...rights.userMemberOf, application: [] },
      own: true,
      answer: relation(name, findSignedInUser),
    },
  ]),
  {
    name: 'me',
    rights: rights.me,
    answer: (call) => answerEntity(call, userType, findSignedInUser(call)),
  },
  { name: 'groups', rights: rights.groups, answer: list((call) => directorySource(call, 'group')) },
  {
    name: 'groups/delta',
    rights: rights.groups,
    isFunction: true,
    answer: (call) => answerDelta(call, 'groups'),
  },
  {
    name: 'groups/{id}',
    rights: rights.groups,
    answer: (call) => answerEntity(call, groupType, group(call)),
  },
  { name: 'groups/{id}/members', rights: rights.groupMembers, answer: relation('members', group) },
  {
    name: 'groups/{id}/transitiveMembers',
    rights: rights.groupMembers,
    answer: relation('transitiveMembers', group),
  },
  { name: 'groups/{id}/owners', rights: rights.groupOwners, answer: relation('owners', group) },
  {
    name: 'devices',
    rights: rights.devices,
    answer: list((call) => directorySource(call, 'device')),
  },
  {
    name: 'devices/{id}',
    rights: rights.devices,
    answer: (call) => answerEntity(call, deviceType, findDevice(call, key(call))),
  },
  {
    name: 'contacts',
    rights: rights.contacts,
    answer: list((call) => directorySource(call, 'contact')),
  },
  {
    name: 'contacts/{id}',
    rights: rights.contacts,
    answer: (call) => answerEntity(call, contactType, findContact(call, key(call))),
  },
];

const principal = (call: GraphCall) => findPrincipal(call, key(call));

const applicationRoutes: readonly Route[] = [
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

const tenantRoutes: readonly Route[] = [
  { name: 'organization', rights: rights.organization, answer: answerOrganization },
  {
    name: 'domains',
    rights: rights.domains,
    answer: list((call) => rowsSource(domainType, domainRows(call))),
  },
  {
    name: 'domains/{id}',
    rights: rights.domains,
    answer: (call) => {
      const row = domainRows(call).find((one) => one.name === key(call).toLowerCase());
      if (row === undefined) throw notFound(key(call));
      return answerEntity(call, domainType, row);
    },
  },
  {
    name: 'contracts',
    rights: rights.contracts,
    answer: list((call) => rowsSource(contractType, customerRows(call))),
  },
  {
    name: 'tenantRelationships/delegatedAdminCustomers',
    rights: rights.partnerRelationships,
    answer: list((call) => rowsSource(delegatedAdminCustomerType, customerRows(call))),
  },
  {
    name: 'tenantRelationships/delegatedAdminRelationships',
    rights: rights.partnerRelationships,
    answer: list((call) => rowsSource(delegatedAdminRelationshipType, customerRows(call))),
  },
  ...(
    [
      'tenantRelationships/findTenantInformationByTenantId/{id}',
      'tenantRelationships/findTenantInformationByDomainName/{id}',
    ] as const
  ).map((name): Route => ({
    name,
    rights: rights.tenantInformation,
    isFunction: true,
    answer: answerTenantInformation,
  })),
];

/** Every address that answers; one with fixed segments stands before one with a key in their place. */
export const routes: readonly Route[] = [...directoryRoutes, ...applicationRoutes, ...tenantRoutes];
