import type { DirectoryObject } from '../directory/types.ts';
import { answerCollection } from './collection.ts';
import { rowsSource } from './source.ts';
import { applicationRoutes } from './application-addresses.ts';
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
import type { GraphCall } from './graph-call.ts';
import { notFound } from './graph-error.ts';
import { relationSource } from './relation-source.ts';
import type { RelationName } from './relation-source.ts';
import { rights } from './rights.ts';
import { key, list } from './route.ts';
import type { Route } from './route.ts';
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

/**
 * Every address that is answered; addresses with fixed segments precede those with a key in the same
 * position.
 */
export const routes: readonly Route[] = [...directoryRoutes, ...applicationRoutes, ...tenantRoutes];
