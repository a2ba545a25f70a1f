import type { DirectoryRoom } from '../directory/compose.ts';
import type { Base } from './base.ts';

/** `groups.*` of the contract. */
export function createGroupsRouter(base: Base, { groups }: DirectoryRoom) {
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
export function createPeopleRouter(base: Base, { people }: DirectoryRoom) {
  return {
    list: base.people.list.handler(({ input }) => people.list(input)),
    find: base.people.find.handler(({ input, signal }) => people.find(input, signal)),
    groups: base.people.groups.handler(({ input, signal }) => people.groups(input, signal)),
    paths: base.people.paths.handler(({ input }) => people.paths(input)),
  };
}
