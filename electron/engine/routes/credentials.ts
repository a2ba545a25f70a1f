import { EvergrantError } from '../errors/evergrant-error.ts';
import type { RegisteredCredentials } from '../../contract/replacement.ts';
import type { Replacements } from '../registration/keys/replacements.ts';
import type { Profiles } from '../connectors/profiles.ts';
import { certificateFile } from '../registration/keys/certificate-file.ts';
import type { SmallFiles } from '../kernel/files/file-saver.ts';
import type { Base } from './base.ts';

/** Reads what a connector's registration knows. */
export type ReadRegistered = (
  profileId: string,
  signal: AbortSignal | undefined,
) => Promise<RegisteredCredentials>;

/** `credentials.*` of the contract. */
export function createCredentialsRouter(
  base: Base,
  services: {
    readonly replacements: Replacements;
    readonly profiles: Profiles;
    readonly files: SmallFiles;
    readonly registered: ReadRegistered;
  },
) {
  const { replacements, profiles } = services;
  return {
    waiting: base.credentials.waiting.handler(({ input }) => replacements.waiting(input.profileId)),
    begin: base.credentials.begin.handler(({ input, signal }) =>
      replacements.begin(input.profileId, input.credential, signal),
    ),
    swap: base.credentials.swap.handler(async ({ input: { profileId }, signal }) => {
      const testedIn = await replacements.swap(profileId, signal);
      return { profile: await profiles.get(profileId), testedIn };
    }),
    giveUp: base.credentials.giveUp.handler(async ({ input }) => ({
      givenUp: await replacements.giveUp(input.profileId),
    })),
    saveCertificate: base.credentials.saveCertificate.handler(async ({ input }) => {
      const waiting = await replacements.waiting(input.profileId);
      if (waiting === null) throw new EvergrantError('credential.noReplacement');
      return services.files.save(certificateFile(waiting.fileName, waiting.certificatePem));
    }),
    registered: base.credentials.registered.handler(({ input, signal }) =>
      services.registered(input.profileId, signal),
    ),
  };
}
