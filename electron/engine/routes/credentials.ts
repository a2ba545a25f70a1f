import type { RegistrationRoom } from '../registration/compose.ts';
import type { Base } from './base.ts';

/** `credentials.*` of the contract. */
export function createCredentialsRouter(
  base: Base,
  { replacements, registered }: RegistrationRoom,
) {
  return {
    waiting: base.credentials.waiting.handler(({ input }) => replacements.waiting(input.profileId)),
    begin: base.credentials.begin.handler(({ input, signal }) =>
      replacements.begin(input.profileId, input.credential, signal),
    ),
    swap: base.credentials.swap.handler(({ input, signal }) =>
      replacements.swap(input.profileId, signal),
    ),
    giveUp: base.credentials.giveUp.handler(async ({ input }) => ({
      givenUp: await replacements.giveUp(input.profileId),
    })),
    saveCertificate: base.credentials.saveCertificate.handler(({ input }) =>
      replacements.saveCertificate(input.profileId),
    ),
    registered: base.credentials.registered.handler(({ input, signal }) =>
      registered(input.profileId, signal),
    ),
  };
}
