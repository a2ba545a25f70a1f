import { graphScope } from '../../../clouds/clouds.ts';
import { vendorConsentLink } from '../../../identity/consent-link.ts';
import type { Connector } from '../../../identity/identity.ts';

/**
 * The consent link for an administrator elsewhere, pinned to the tenant id: to the connector's landing
 * page where it has one, else the vendor's own link, else the short form, which ends on Microsoft's page. Neither leads to this
 * computer, so nothing here waits for it and there is no state to compare.
 *
 * Source: entra-graph §1.1.
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
