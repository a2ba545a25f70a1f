import type { GroupDetail, GroupWindow, MemberWindow } from '../../../contract/directory.ts';
import type { Nesting } from '../../../contract/nesting.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { GroupStore, ParsedGroupQuery, ParsedMemberQuery } from './group-store.ts';

/** Groups in the directory cache; no network requests. */
export interface Groups {
  list(query: ParsedGroupQuery): Promise<GroupWindow>;
  /** Errors: `group.unknown`. */
  get(tenantId: string, groupId: string): Promise<GroupDetail>;
  /** The groups that a group is in, and those in it. Errors: `group.unknown`. */
  nesting(tenantId: string, groupId: string): Promise<Nesting>;
  /** Errors: `group.unknown`. */
  members(query: ParsedMemberQuery): Promise<MemberWindow>;
}

export function createGroups(ports: { readonly store: GroupStore }): Groups {
  const known = <T>(found: T | null, groupId: string): T => {
    if (found !== null) return found;
    throw new EvergrantError('group.unknown', { params: { groupId }, retry: 'after' });
  };
  return {
    list: (query) => ports.store.list(query),
    get: async (tenantId, groupId) => known(await ports.store.get(tenantId, groupId), groupId),
    nesting: async (tenantId, groupId) =>
      known(await ports.store.nesting(tenantId, groupId), groupId),
    members: async (query) => known(await ports.store.members(query), query.groupId),
  };
}
