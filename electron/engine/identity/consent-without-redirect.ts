import { CancelledError } from '../errors/evergrant-error.ts';
import { vendorConsentLink } from './consent-link.ts';
import type { Connector, ConsentAnswer, OpenConsent } from './identity.ts';

/**
 * Opens the consent of a vendor's registration. It has no redirect of ours: no listener is opened and
 * no answer ever comes. Whoever waits looks in the tenant instead; `close` rejects with `CancelledError`.
 */
export function openConsentWithoutRedirect(connector: Connector, tenantId: string): OpenConsent {
  const { promise, reject } = Promise.withResolvers<ConsentAnswer>();
  // Whoever closes an attempt need not have waited for its answer.
  promise.catch(() => {});
  return {
    url: vendorConsentLink(connector, tenantId),
    answer: promise,
    close: () => Promise.resolve(reject(new CancelledError())),
  };
}
