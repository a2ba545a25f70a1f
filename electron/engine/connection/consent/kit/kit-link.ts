import { graphScope } from '../../../clouds/clouds.ts';
import { vendorConsentLink } from '../../../identity/consent-link.ts';
import type { Connector } from '../../../identity/identity.ts';

/**
 * The consent link for an administrator on another computer, pinned to the tenant ID. It leads to the
 * connector's landing page if there is one, else it is the vendor's own link, else the short form, which ends
 * on Microsoft's page. None of them leads to this computer, so Evergrant does not wait for a redirect and
 * there is no state to compare.
 */
export function kitLink(connector: Connector, tenantId: string): string {
  const { cloud, profile } = connector;
  const { clientId, landingPage } = profile;
  if (landingPage === null) return vendorConsentLink(connector, tenantId);
  const url = new URL(`${cloud.browserBaseUrl}/${tenantId}/v2.0/adminconsent`);
  url.search = new URLSearchParams({
    client_id: clientId,
    scope: graphScope(cloud),
    redirect_uri: landingPage,
  }).toString();
  return url.href;
}
