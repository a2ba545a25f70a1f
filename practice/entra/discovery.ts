import { findTenant } from '../world/find.ts';
import type { World } from '../world/types.ts';
import { aadstsDescription } from './aadsts.ts';
import { tenantNotFound } from './token-request.ts';

/** Addresses that the discovery documents name. */
export interface DiscoveryAddresses {
  readonly authorityBaseUrl: string;
  /** The address of the sign-in pages. */
  readonly browserBaseUrl: string;
  readonly graphBaseUrl: string;
}

interface Answer {
  readonly status: 200 | 400;
  readonly body: Readonly<Record<string, unknown>>;
}

/** OpenID discovery for a tenant ID, a verified domain, `organizations` or `common`. */
export function openIdConfiguration(
  world: World,
  tenantPart: string,
  { authorityBaseUrl, browserBaseUrl, graphBaseUrl }: DiscoveryAddresses,
): Answer {
  const shared = tenantPart === 'common' || tenantPart === 'organizations';
  const tenantId = shared ? '{tenantid}' : findTenant(world, tenantPart)?.tenantId;
  if (tenantId === undefined) return unknownTenant(tenantPart, authorityBaseUrl);
  const path = shared ? tenantPart : tenantId;
  const issuerBase = `${authorityBaseUrl}/${path}`;
  return {
    status: 200,
    body: {
      token_endpoint: `${issuerBase}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      jwks_uri: `${issuerBase}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      issuer: `${authorityBaseUrl}/${tenantId}/v2.0`,
      request_uri_parameter_supported: false,
      authorization_endpoint: `${browserBaseUrl}/${path}/oauth2/v2.0/authorize`,
      claims_supported: [
        'sub',
        'iss',
        'aud',
        'exp',
        'iat',
        'nonce',
        'preferred_username',
        'name',
        'tid',
      ],
      tenant_region_scope: shared ? null : 'EU',
      cloud_instance_name: 'practice.example',
      msgraph_host: new URL(graphBaseUrl).host,
    },
  };
}

/** Which hosts belong to this cloud: MSAL checks this before it trusts an authority. */
export function instanceDiscovery({ authorityBaseUrl }: DiscoveryAddresses): Answer['body'] {
  const { host } = new URL(authorityBaseUrl);
  return {
    tenant_discovery_endpoint: `${authorityBaseUrl}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

function unknownTenant(asked: string, authorityBaseUrl: string): Answer {
  const { description, timestamp, traceId, correlationId } = aadstsDescription(
    90002,
    tenantNotFound(asked),
  );
  return {
    status: 400,
    body: {
      error: 'invalid_tenant',
      error_description: description,
      error_codes: [90002],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `${authorityBaseUrl}/error?code=90002`,
    },
  };
}
