import { groupRowProperties, personRowProperties } from '../row-properties.ts';
import type { SyncStream } from './store.ts';

/** Beside the row: whoever appears in a delta and was created long ago has been restored. */
const userProperties = `${personRowProperties},createdDateTime`;
/** Beside the row: the same, and what only a group's page shows. */
const groupProperties = `${groupRowProperties},mailNickname,createdDateTime`;
const usersDelta = `/users/delta?$select=${userProperties}`;
const groupsDelta = `/groups/delta?$select=${groupProperties},members`;

/** Streams that can be read by delta or as a list; the others have a list alone. */
export type DeltaStream = Extract<SyncStream, 'users' | 'groups'>;

/**
 * The first page of each stream. With `members` in its `$select`, groups/delta carries every
 * membership: 61 units where one question a group takes 20,011, and it leaves a delta link.
 *
 * Source: learn.microsoft.com/graph/api/group-delta; entra-graph §4.5, §6.1.
 */
export const firstPages: Readonly<Record<SyncStream, string>> = {
  users: usersDelta,
  groups: groupsDelta,
  devices: '/devices?$select=id,displayName,accountEnabled&$top=999',
  contacts: '/contacts?$select=id,displayName,mail&$top=999',
};

/** The first page where delta pages come too slowly: larger pages, without members. */
export const firstListPages: Readonly<Record<DeltaStream, string>> = {
  users: `/users?$select=${userProperties}&$top=999`,
  groups: `/groups?$select=${groupProperties}&$top=999`,
};

/** A delta link from now on, without what is there already: taken before a list is read. */
export const latestLinks: Readonly<Record<DeltaStream, string>> = {
  users: `${usersDelta}&$deltatoken=latest`,
  groups: `${groupsDelta}&$deltatoken=latest`,
};

/** How many there are: an advanced query, so from an index that lags a little (entra-graph §4.4). */
export const counts: Readonly<Record<DeltaStream, string>> = {
  users: '/users/$count',
  groups: '/groups/$count',
};

/** One page of a group's direct members; v1.0 leaves service principals out (entra-graph §4.3). */
export const membersOf = (groupId: string): string =>
  `/groups/${groupId}/members?$select=id&$top=999`;

/** A group's own properties. */
export const groupOf = (groupId: string): string => `/groups/${groupId}?$select=${groupProperties}`;

/** A person's own properties. */
export const userOf = (personId: string): string => `/users/${personId}?$select=${userProperties}`;

/** Resource units of one page of members with `$select` and a large `$top` (entra-graph §6.1). */
export const membersUnits = 2;
