import { findRegistration, findTenant } from '../world/find.ts';
import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import { EntraError } from './aadsts.ts';
import { issueAppToken } from './access-tokens.ts';
import { authorizationCode, refresh } from './person-tokens.ts';
import {
  authenticate,
  graphScopes,
  notInDirectory,
  required,
  singleTenant,
  tenantNotFound,
} from './token-request.ts';
import type { TokenAnswer, TokenEndpoint } from './token-request.ts';
import { demandOf, unmetDemand } from './sign-in-rules.ts';
import { usablePrincipal } from './usable-principal.ts';

/**
 * Answers one token request at `/{tenant}/oauth2/v2.0/token`.
 *
 * @throws EntraError with the number that Entra gives
 */
export async function answerTokenRequest(
  endpoint: TokenEndpoint,
  tenantPart: string,
  form: URLSearchParams,
): Promise<TokenAnswer> {
  const { world } = endpoint.store;
  const clientId = required(form, 'client_id').toLowerCase();
  const grantType = required(form, 'grant_type');
  const registration = findRegistration(world, clientId);
  const named = ['common', 'organizations'].includes(tenantPart);
  const tenant = named ? undefined : findTenant(world, tenantPart);
  if (!named && !tenant) {
    throw new EntraError(400, 'invalid_request', 90002, tenantNotFound(tenantPart));
  }
  if (!registration) throw notInDirectory(clientId, tenant);
  if (!registration.multiTenant) {
    if (!tenant) throw new EntraError(400, 'invalid_request', 50194, singleTenant(registration));
    if (tenant.tenantId !== registration.homeTenantId) throw notInDirectory(clientId, tenant);
  }
  switch (grantType) {
    case 'client_credentials':
      if (!tenant) {
        throw new EntraError(
          400,
          'invalid_request',
          9001023,
          "The grant type 'client_credentials' is not supported over the /common or /organizations endpoints.",
        );
      }
      return await clientCredentials(endpoint, tenant, registration, form);
    case 'authorization_code':
      return await authorizationCode(endpoint, tenant, registration, form);
    case 'refresh_token':
      return await refresh(endpoint, tenant, registration, form);
    default:
      throw new EntraError(
        400,
        'unsupported_grant_type',
        70003,
        `The app requested an unsupported grant type '${grantType}'.`,
      );
  }
}

async function clientCredentials(
  { store, issuer }: TokenEndpoint,
  tenant: PracticeTenant,
  registration: AppRegistration,
  form: URLSearchParams,
): Promise<TokenAnswer> {
  const credential = await authenticate(issuer, tenant.tenantId, registration, form);
  const scopes = graphScopes(required(form, 'scope'), issuer);
  if (scopes.length !== 1 || scopes[0] !== '.default') {
    throw new EntraError(
      400,
      'invalid_scope',
      1002012,
      'The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.',
    );
  }
  const principal = usablePrincipal(store, tenant, registration, null, false);
  const now = store.clock.now();
  const demand = demandOf(tenant, null, now);
  if (demand !== undefined) throw unmetDemand(demand);
  const accessToken = await issueAppToken(issuer, store.world, tenant, principal, credential, now);
  const lifetime = store.world.settings.tokenLifetime;
  return {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: accessToken,
  };
}
