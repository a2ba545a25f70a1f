import { CancelledError } from '../errors/evergrant-error.ts';
import { vendorConsentLink } from './consent-link.ts';
import type { Connector, ConsentAnswer, OpenConsent } from './identity.ts';

/**
 * Opens the consent of a vendor's registration. It has no redirect to Evergrant, so no listener is opened and
 * no answer arrives; the caller checks the tenant instead. `close` rejects with `CancelledError`.
 */
export function openConsentWithoutRedirect(connector: Connector, tenantId: string): OpenConsent {
  const { promise, reject } = Promise.withResolvers<ConsentAnswer>();
  // A caller that closes the consent may never have awaited the answer.
  promise.catch(() => {});
  return {
    url: vendorConsentLink(connector, tenantId),
    answer: promise,
    close: () => Promise.resolve(reject(new CancelledError())),
  };
}
