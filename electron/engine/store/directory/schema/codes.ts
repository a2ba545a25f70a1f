import type { GroupFlag, GroupKind, MemberType } from '../../../../contract/directory.ts';
import type { SyncStream } from '../../../directory/sync/store.ts';

/** The `removed_in` of a current row. */
export const live = 2_147_483_647;

/** How many `row` numbers each tenant has. */
export const rowsPerTenant = 2 ** 32;

/** The first and last `row` number of a tenant. */
export function rowRange(tenantNo: number): readonly [number, number] {
  return [tenantNo * rowsPerTenant, (tenantNo + 1) * rowsPerTenant - 1];
}

/** Object types by stored number. Append-only. */
export const objectTypes = [
  'unknown',
  'user',
  'group',
  'device',
  'contact',
  'servicePrincipal',
] as const satisfies readonly MemberType[];

export type ObjectTypeCode = 0 | 1 | 2 | 3 | 4 | 5;
export const objectType = {
  unknown: 0,
  user: 1,
  group: 2,
  device: 3,
  contact: 4,
  servicePrincipal: 5,
} as const satisfies Record<MemberType, ObjectTypeCode>;

/** Group kinds by stored number, which is also the order when sorting by kind. Append-only. */
export const groupKinds = [
  'microsoft365',
  'security',
  'mailEnabledSecurity',
  'distribution',
  'other',
] as const satisfies readonly GroupKind[];

/** Group flags by their bit: the first is 1, the next 2, ... Append-only. */
export const groupFlags = [
  'dynamic',
  'roleAssignable',
  'onPremisesSynced',
  'team',
  'hidden',
] as const satisfies readonly GroupFlag[];

export function flagBit(flag: GroupFlag): number {
  return 1 << groupFlags.indexOf(flag);
}

/** The streams of a sync, in the order of its phases. */
export const syncStreams = [
  'users',
  'groups',
  'devices',
  'contacts',
] as const satisfies readonly SyncStream[];

/** Streams that can be read either by delta or as lists. */
export const deltaStreams = ['users', 'groups'] as const satisfies readonly SyncStream[];
/** Streams that can only be read as lists. */
export const thingStreams = ['devices', 'contacts'] as const satisfies readonly SyncStream[];

export function isDeltaStream(stream: SyncStream): stream is (typeof deltaStreams)[number] {
  return stream === 'users' || stream === 'groups';
}
