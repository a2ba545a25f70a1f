import type { Vendors } from '../connectors/vendors.ts';
import type { Base } from './base.ts';

/** `vendors.*` of the contract. */
export function createVendorsRouter(base: Base, vendors: Vendors) {
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
