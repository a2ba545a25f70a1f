import { createHash } from 'node:crypto';
import { findRegistration, findTenant, accountIn } from '../world/find.ts';
import { currentPrincipalOf } from '../world/principals.ts';
import type { Account, AppRegistration, PracticeTenant, ServicePrincipal } from '../world/types.ts';
import { visiblePrincipal } from '../world/visibility.ts';
import type { WorldStore } from '../world/world-store.ts';
import { EntraError } from './aadsts.ts';
import { issueAppToken, issueIdToken, issueUserToken } from './access-tokens.ts';
import type { TokenIssuer } from './access-tokens.ts';
import { consentedScopes, grantedScopes } from './admin-consent.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { authenticateClient } from './client-authentication.ts';
import { matchRedirectUri } from './redirect-uri.ts';
import type { RefreshTokens } from './refresh-tokens.ts';

export interface TokenEndpoint {
  readonly store: WorldStore;
  readonly issuer: TokenIssuer;
  readonly codes: AuthorizationCodes;
  readonly refreshTokens: RefreshTokens;
}

type TokenAnswer = Readonly<Record<string, unknown>>;

const openIdScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/**
 * Answers one token request at `/{tenant}/oauth2/v2.0/token`.
 *
 * @throws EntraError with the number that Entra gives (entra-graph §3.2)
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

const unusableCode = {
  used: [
    54005,
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  ],
  expired: [70008, 'The provided authorization code has expired.'],
  unknown: [70000, 'The provided authorization code is not valid.'],
} as const;

/** The words for a tenant that no domain or id leads to. */
export function tenantNotFound(asked: string): string {
  return `Tenant '${asked}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`;
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
  const accessToken = await issueAppToken(issuer, store.world, tenant, principal, credential, now);
  const lifetime = store.world.settings.tokenLifetime;
  return {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: accessToken,
  };
}

async function authorizationCode(
  endpoint: TokenEndpoint,
  tenant: PracticeTenant | undefined,
  registration: AppRegistration,
  form: URLSearchParams,
): Promise<TokenAnswer> {
  const redeemed = endpoint.codes.redeem(required(form, 'code'));
  const invalid = (code: number, text: string): EntraError =>
    new EntraError(400, 'invalid_grant', code, text);
  if (redeemed.kind !== 'good') {
    const [code, text] = unusableCode[redeemed.kind];
    throw invalid(code, text);
  }
  const { grant } = redeemed;
  await checkPersonClient(endpoint, tenant, registration, form, grant.redirectUri);
  const issued = findTenant(endpoint.store.world, grant.tenantId);
  if (!issued || (tenant && tenant !== issued)) {
    throw invalid(
      700005,
      'The provided authorization code is intended to be used against another tenant.',
    );
  }
  if (grant.clientId !== registration.clientId || grant.redirectUri !== form.get('redirect_uri')) {
    throw invalid(50011, 'The redirect URI does not match the one of the authorization request.');
  }
  if (grant.codeChallenge !== null) {
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (challenge !== grant.codeChallenge) {
      throw invalid(
        501481,
        'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      );
    }
  }
  return await personAnswer(endpoint, issued, registration, grant.account, grant.scopes, {
    isSignIn: true,
    nonce: grant.nonce,
  });
}

async function refresh(
  endpoint: TokenEndpoint,
  tenant: PracticeTenant | undefined,
  registration: AppRegistration,
  form: URLSearchParams,
): Promise<TokenAnswer> {
  const { store, refreshTokens, issuer } = endpoint;
  await checkPersonClient(endpoint, tenant, registration, form, null);
  const account = await refreshTokens.redeem(
    required(form, 'refresh_token'),
    registration.clientId,
  );
  const target = tenant ?? findTenant(store.world, account.homeTenantId);
  if (!target)
    throw new EntraError(400, 'invalid_request', 90002, tenantNotFound(account.homeTenantId));
  const scopes = graphScopes(form.get('scope') ?? '.default', issuer);
  return await personAnswer(endpoint, target, registration, account, scopes, {
    isSignIn: false,
    nonce: null,
  });
}

async function personAnswer(
  { store, issuer, refreshTokens }: TokenEndpoint,
  tenant: PracticeTenant,
  registration: AppRegistration,
  account: Account,
  asked: readonly string[],
  { isSignIn, nonce }: { readonly isSignIn: boolean; readonly nonce: string | null },
): Promise<TokenAnswer> {
  const here = accountIn(account, tenant);
  if (!here) {
    throw new EntraError(
      400,
      'invalid_grant',
      50020,
      `User account '${account.userPrincipalName}' does not exist in tenant '${tenant.displayName}' and cannot access the application '${registration.clientId}' in that tenant.`,
    );
  }
  const now = store.clock.now();
  const principal = usablePrincipal(store, tenant, registration, here, isSignIn);
  const { clientId } = registration;
  const granted = [
    ...new Set([
      ...grantedScopes(store.world, tenant, clientId, account.objectId, now),
      ...(isSignIn ? consentedScopes(tenant, clientId, account.objectId) : []),
    ]),
  ];
  if (
    asked.includes('.default') &&
    asked.some((one) => !openIdScopes.has(one) && one !== '.default')
  )
    throw new EntraError(
      400,
      'invalid_scope',
      70011,
      "The provided value for the input parameter 'scope' is not valid: .default cannot be combined with resource-specific scopes.",
    );
  const wanted = asked.filter((scope) => scope !== '.default' && !openIdScopes.has(scope));
  if (granted.length === 0 || wanted.some((scope) => !granted.includes(scope))) {
    throw new EntraError(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${registration.clientId}' named '${registration.displayName}'. Send an interactive authorization request for this user and resource.`,
      { suberror: 'consent_required' },
    );
  }
  if (principal.appRoleAssignmentRequired && !principal.assignedUsers.includes(account.objectId)) {
    throw new EntraError(
      400,
      'interaction_required',
      50105,
      `Your administrator has configured the application ${registration.displayName} to block users unless they are specifically granted access.`,
    );
  }
  const scopes = [...granted, ...asked.filter((scope) => openIdScopes.has(scope))];
  const lifetime = store.world.settings.tokenLifetime;
  return {
    token_type: 'Bearer',
    scope: scopes
      .map((one) => (openIdScopes.has(one) ? one : `${issuer.graphBaseUrl()}/${one}`))
      .join(' '),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: await issueUserToken(
      issuer,
      store.world,
      tenant,
      registration.clientId,
      here,
      granted,
    ),
    refresh_token: await refreshTokens.issue(registration.clientId, account),
    id_token: await issueIdToken(issuer, store.world, tenant, registration.clientId, here, nonce),
    client_info: Buffer.from(
      JSON.stringify({ uid: account.objectId, utid: account.homeTenantId }),
    ).toString('base64url'),
  };
}

/**
 * The principal that tokens may be issued for now. Entra knows deleted and new ones after its own
 * delay; the sign-in that made one may use it at once.
 *
 * A principal that is refused since the primary domain changed is answered with 650056: it is there,
 * so neither "not installed" (700016, 7000229), which would look like its deletion, nor "disabled"
 * (7000112), which a switch would cure. No Microsoft page tells of such a case (entra-graph §9.1).
 */
function usablePrincipal(
  store: WorldStore,
  tenant: PracticeTenant,
  registration: AppRegistration,
  person: Account | null,
  isSignIn: boolean,
): ServicePrincipal {
  const found =
    visiblePrincipal(store.world, tenant, registration.clientId, 'principal', store.clock.now()) ??
    (isSignIn ? currentPrincipalOf(tenant, registration.clientId) : undefined);
  if (!found) {
    if (person !== null && person.homeTenantId !== tenant.tenantId)
      throw new EntraError(
        400,
        'invalid_grant',
        90099,
        `The application '${registration.clientId}' has not been authorized in the tenant '${tenant.tenantId}'. Applications must be authorized to access the customer tenant before partner delegated administrators can use them.`,
      );
    if (person !== null) throw notInDirectory(registration.clientId, tenant);
    throw new EntraError(
      401,
      'invalid_client',
      7000229,
      `The client application ${registration.clientId} is missing service principal in the tenant ${tenant.tenantId}.`,
    );
  }
  if (tenant.refusedPrincipals.includes(found.objectId)) {
    throw new EntraError(
      401,
      'invalid_client',
      650056,
      `Misconfigured application. This could be due to one of the following: the client has not listed any permissions in the requested permissions in the client's application registration. Or, the admin has not consented in the tenant. Or, check the application identifier in the request to ensure it matches the configured client application identifier. Client app ID: ${registration.clientId}.`,
    );
  }
  if (!found.accountEnabled || registration.disabledByMicrosoft) {
    throw new EntraError(
      401,
      'unauthorized_client',
      7000112,
      `Application '${registration.clientId}'(${registration.displayName}) is disabled.`,
    );
  }
  return found;
}

async function authenticate(
  issuer: TokenIssuer,
  tenantPart: string,
  registration: AppRegistration,
  form: URLSearchParams,
): Promise<'secret' | 'certificate'> {
  const base = `${issuer.authorityBaseUrl()}/${tenantPart}`;
  return await authenticateClient(registration, form, {
    audiences: [`${base}/oauth2/v2.0/token`, `${base}/v2.0`],
    nowMs: issuer.now() * 1_000,
  });
}

/**
 * A client on the web proves itself when a person signs in; a public one must not (AADSTS 7000218,
 * 700025). With a refresh token there is no redirect: the first registered one decides.
 */
async function checkPersonClient(
  { issuer }: TokenEndpoint,
  tenant: PracticeTenant | undefined,
  registration: AppRegistration,
  form: URLSearchParams,
  redirectUri: string | null,
): Promise<void> {
  const used =
    redirectUri === null
      ? registration.redirectUris[0]
      : matchRedirectUri(registration, redirectUri);
  if (used?.platform === 'web') {
    await authenticate(issuer, tenant?.tenantId ?? 'organizations', registration, form);
  } else if (form.has('client_secret') || form.has('client_assertion')) {
    throw new EntraError(
      401,
      'invalid_client',
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    );
  }
}

function notInDirectory(clientId: string, tenant: PracticeTenant | undefined): EntraError {
  return new EntraError(
    400,
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant?.displayName ?? 'organizations'}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
}

/** Scope names without the resource; a foreign resource is refused. */
function graphScopes(scope: string, issuer: TokenIssuer): string[] {
  return scope
    .split(/\s+/)
    .filter((one) => one !== '')
    .map((one) => {
      const own = `${issuer.graphBaseUrl()}/`;
      if (one.startsWith(own)) return one.slice(own.length).replace(/^\//, '');
      if (one.includes('://')) {
        throw new EntraError(
          400,
          'invalid_resource',
          500011,
          `The resource principal named ${new URL(one).origin} was not found in the tenant.`,
        );
      }
      return one;
    });
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  throw new EntraError(
    400,
    'invalid_request',
    900144,
    `The request body must contain the following parameter: '${name}'.`,
  );
}
