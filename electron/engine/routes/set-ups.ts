import type { RegistrationRoom } from '../registration/compose.ts';
import type { Base } from './base.ts';

/** `setUps.*` of the contract. */
export function createSetUpsRouter(base: Base, { setUps }: RegistrationRoom) {
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
    finish: base.setUps.finish.handler(({ input, signal }) => setUps.finish(input, signal)),
    check: base.setUps.check.handler(({ input, signal }) => setUps.check(input, signal)),
  };
}
