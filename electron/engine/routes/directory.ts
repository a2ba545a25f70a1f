import type {
  GroupDetail,
  GroupWindow,
  LivePeople,
  MemberWindow,
  PersonGroups,
  PersonWindow,
} from '../../contract/directory.ts';
import type { Nesting, Paths } from '../../contract/nesting.ts';
import type { ParsedGroupQuery, ParsedMemberQuery } from '../directory/read/group-store.ts';
import type { ParsedPathsQuery, ParsedPersonQuery } from '../directory/read/person-store.ts';
import type { Base } from './base.ts';

/** What `groups.*` asks for. */
export interface GroupCalls {
  list(query: ParsedGroupQuery): Promise<GroupWindow>;
  get(tenantId: string, groupId: string): Promise<GroupDetail>;
  members(query: ParsedMemberQuery): Promise<MemberWindow>;
  nesting(tenantId: string, groupId: string): Promise<Nesting>;
}

/** What `people.*` asks for. */
export interface PeopleCalls {
  list(query: ParsedPersonQuery): Promise<PersonWindow>;
  find(
    asked: { readonly tenantId: string; readonly search: string },
    signal?: AbortSignal,
  ): Promise<LivePeople>;
  groups(
    asked: {
      readonly tenantId: string;
      readonly personId: string;
      readonly source: 'cache' | 'live';
    },
    signal?: AbortSignal,
  ): Promise<PersonGroups>;
  paths(query: ParsedPathsQuery): Promise<Paths>;
}

/** `groups.*` of the contract. */
export function createGroupsRouter(base: Base, groups: GroupCalls) {
  return {
    list: base.groups.list.handler(({ input }) => groups.list(input)),
    get: base.groups.get.handler(({ input }) => groups.get(input.tenantId, input.groupId)),
    members: base.groups.members.handler(({ input }) => groups.members(input)),
    nesting: base.groups.nesting.handler(({ input }) =>
      groups.nesting(input.tenantId, input.groupId),
    ),
  };
}

/** `people.*` of the contract. */
export function createPeopleRouter(base: Base, people: PeopleCalls) {
  return {
    list: base.people.list.handler(({ input }) => people.list(input)),
    find: base.people.find.handler(({ input, signal }) => people.find(input, signal)),
    groups: base.people.groups.handler(({ input, signal }) => people.groups(input, signal)),
    paths: base.people.paths.handler(({ input }) => people.paths(input)),
  };
}
