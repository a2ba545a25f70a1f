import { groupRowProperties, personRowProperties } from '../row-properties.ts';
import type { SyncStream } from './store.ts';

/** The row's properties, and the creation date: an old object that appears in a delta was restored. */
const userProperties = `${personRowProperties},createdDateTime`;
/** The same, and what only a group's page shows. */
const groupProperties = `${groupRowProperties},mailNickname,createdDateTime`;
const usersDelta = `/users/delta?$select=${userProperties}`;
const groupsDelta = `/groups/delta?$select=${groupProperties},members`;

/** Streams that can be read by delta or as a list; the others can only be read as a list. */
export type DeltaStream = Extract<SyncStream, 'users' | 'groups'>;

/**
 * The first page of each stream. With `members` in its `$select`, groups/delta contains every membership: 61
 * units where one request per group takes 20,011, and it returns a delta link.
 *
 * Source: learn.microsoft.com/graph/api/group-delta.
 */
export const firstPages: Readonly<Record<SyncStream, string>> = {
  users: usersDelta,
  groups: groupsDelta,
  devices: '/devices?$select=id,displayName,accountEnabled&$top=999',
  contacts: '/contacts?$select=id,displayName,mail&$top=999',
};

/** The first page if delta pages are too slow: larger pages, without members. */
export const firstListPages: Readonly<Record<DeltaStream, string>> = {
  users: `/users?$select=${userProperties}&$top=999`,
  groups: `/groups?$select=${groupProperties}&$top=999`,
};

/** Returns a delta link from now on, without existing objects: requested before a list is read. */
export const latestLinks: Readonly<Record<DeltaStream, string>> = {
  users: `${usersDelta}&$deltatoken=latest`,
  groups: `${groupsDelta}&$deltatoken=latest`,
};

/** How many there are. An advanced query, so it reads an index that lags a little. */
export const counts: Readonly<Record<DeltaStream, string>> = {
  users: '/users/$count',
  groups: '/groups/$count',
};

/** One page of a group's direct members; v1.0 does not return service principals. */
export const membersOf = (groupId: string): string =>
  `/groups/${groupId}/members?$select=id&$top=999`;

/** A group's own properties. */
export const groupOf = (groupId: string): string => `/groups/${groupId}?$select=${groupProperties}`;

/** A person's own properties. */
export const userOf = (personId: string): string => `/users/${personId}?$select=${userProperties}`;

/** Resource units of one page of members with `$select` and a large `$top`. */
export const membersUnits = 2;
