import { graphScope } from '../clouds/clouds.ts';
import type { Connector } from './identity.ts';

/**
 * The v2 admin-consent link of our own registration, with a redirect back to this computer. Application
 * permissions can only be requested with `.default`.
 */
export function redirectingConsentLink(
  { cloud, profile }: Connector,
  tenantId: string,
  redirectUri: string,
  state: string,
): string {
  const url = new URL(`${cloud.browserBaseUrl}/${tenantId}/v2.0/adminconsent`);
  url.search = new URLSearchParams({
    client_id: profile.clientId,
    scope: graphScope(cloud),
    redirect_uri: redirectUri,
    state,
  }).toString();
  return url.href;
}

/**
 * The short admin-consent link: requests everything that the registration requires and has no redirect. For
 * computers that can't receive this registration's redirect; its last page may not load.
 *
 * Source: learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent.
 */
export function shortConsentLink(
  { cloud, profile }: Pick<Connector, 'cloud' | 'profile'>,
  tenantId: string,
): string {
  const url = new URL(`${cloud.browserBaseUrl}/${tenantId}/adminconsent`);
  url.search = new URLSearchParams({ client_id: profile.clientId }).toString();
  return url.href;
}

/**
 * The link for a vendor's registration: the vendor's own link, with the customer's tenant ID instead of the
 * tenant it named and without its state, which belongs to a session of the vendor; else the short form.
 */
export function vendorConsentLink(
  connector: Pick<Connector, 'cloud' | 'profile'>,
  tenantId: string,
): string {
  const { cloud, profile } = connector;
  const consent = profile.vendor?.consent ?? null;
  if (consent === null) return shortConsentLink(connector, tenantId);
  const page = consent.form === 'v2' ? 'v2.0/adminconsent' : 'adminconsent';
  const url = new URL(`${cloud.browserBaseUrl}/${tenantId}/${page}`);
  url.search = new URLSearchParams({
    client_id: profile.clientId,
    ...(consent.scope !== null && { scope: consent.scope }),
    redirect_uri: consent.redirectUri,
  }).toString();
  return url.href;
}
