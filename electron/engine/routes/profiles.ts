import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { Base } from './base.ts';

/** `profiles.*` of the contract. */
export function createProfilesRouter(base: Base, { profiles, profileFiles }: ConnectorsRoom) {
  return {
    list: base.profiles.list.handler(() => profiles.list()),
    add: base.profiles.add.handler(({ input }) => profiles.add(input)),
    edit: base.profiles.edit.handler(({ input }) => profiles.edit(input)),
    export: base.profiles.export.handler(({ input }) => profileFiles.write(input.profileId)),
    save: base.profiles.save.handler(({ input }) => profileFiles.save(input.profileId)),
    read: base.profiles.read.handler(({ input }) => profileFiles.read(input.text)),
    import: base.profiles.import.handler(({ input }) => profileFiles.import(input)),
    remove: base.profiles.remove.handler(async ({ input }) => {
      await profiles.remove(input.profileId);
      return { removed: true as const };
    }),
  };
}
