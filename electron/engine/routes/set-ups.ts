import type { Profiles } from '../connectors/profiles.ts';
import type { SetUps } from '../registration/setup/set-ups.ts';
import type { Base } from './base.ts';

/** `setUps.*` of the contract. */
export function createSetUpsRouter(base: Base, setUps: SetUps, profiles: Pick<Profiles, 'get'>) {
  return {
    list: base.setUps.list.handler(() => setUps.list()),
    begin: base.setUps.begin.handler(({ input, signal }) => setUps.begin(input, signal)),
    saveCertificate: base.setUps.saveCertificate.handler(({ input }) =>
      setUps.saveCertificate(input.setUpId),
    ),
    openPage: base.setUps.openPage.handler(async ({ input }) => {
      await setUps.openPage(input);
      return { opened: true as const };
    }),
    giveUp: base.setUps.giveUp.handler(async ({ input }) => {
      await setUps.giveUp(input.setUpId);
      return { removed: true as const };
    }),
    finish: base.setUps.finish.handler(async ({ input, signal }) => {
      const { profileId, tenantId } = await setUps.finish(input, signal);
      return { profile: await profiles.get(profileId), tenantId };
    }),
    check: base.setUps.check.handler(({ input, signal }) => setUps.check(input, signal)),
  };
}
