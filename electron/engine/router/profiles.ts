import type { Profiles } from '../connectors/profiles.ts';
import type { Base } from './base.ts';

/** `profiles.*` of the contract. */
export function createProfilesRouter(base: Base, profiles: Profiles) {
  return {
    list: base.profiles.list.handler(() => profiles.list()),
    add: base.profiles.add.handler(({ input }) => profiles.add(input)),
    edit: base.profiles.edit.handler(({ input }) => profiles.edit(input)),
    remove: base.profiles.remove.handler(async ({ input }) => {
      await profiles.remove(input.profileId);
      return { removed: true as const };
    }),
  };
}
