import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { Base } from './base.ts';

/** `vendors.*` of the contract. */
export function createVendorsRouter(base: Base, { vendors }: ConnectorsRoom) {
  return {
    readConsentLink: base.vendors.readConsentLink.handler(({ input }) =>
      vendors.readConsentLink(input.link),
    ),
    setReader: base.vendors.setReader.handler(({ input }) =>
      vendors.setReader(input.profileId, input.readerId),
    ),
    openBackend: base.vendors.openBackend.handler(async ({ input }) => {
      await vendors.openBackend(input.profileId);
      return { opened: true as const };
    }),
  };
}
