import type { Profiles } from '../connectors/profiles.ts';
import type { ProfileFiles } from '../connectors/profile-files.ts';
import type { SmallFiles } from '../kernel/files/file-saver.ts';
import type { Base } from './base.ts';

/** `profiles.*` of the contract. */
export function createProfilesRouter(
  base: Base,
  services: {
    readonly profiles: Profiles;
    readonly profileFiles: ProfileFiles;
    readonly files: SmallFiles;
  },
) {
  const { profiles, profileFiles } = services;
  return {
    list: base.profiles.list.handler(() => profiles.list()),
    add: base.profiles.add.handler(({ input }) => profiles.add(input)),
    edit: base.profiles.edit.handler(({ input }) => profiles.edit(input)),
    export: base.profiles.export.handler(({ input }) => profileFiles.write(input.profileId)),
    save: base.profiles.save.handler(async ({ input }) => {
      const { fileName: name, text: content } = await profileFiles.write(input.profileId);
      return await services.files.save({ name, mediaType: 'application/json', content });
    }),
    read: base.profiles.read.handler(({ input }) => profileFiles.read(input.text)),
    import: base.profiles.import.handler(({ input }) => profileFiles.import(input)),
    remove: base.profiles.remove.handler(async ({ input }) => {
      await profiles.remove(input.profileId);
      return { removed: true as const };
    }),
  };
}
