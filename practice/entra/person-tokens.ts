import { createHash } from 'node:crypto';
import { accountIn, findTenant } from '../world/find.ts';
import type { Account, AppRegistration, PracticeTenant } from '../world/types.ts';
import { EntraError } from './aadsts.ts';
import { issueIdToken, issueUserToken } from './access-tokens.ts';
import { consentedScopes, grantedScopes } from './admin-consent.ts';
import { matchRedirectUri } from './redirect-uri.ts';
import { demandOf, unmetDemand } from './sign-in-rules.ts';
import { authenticate, graphScopes, required, tenantNotFound } from './token-request.ts';
import type { TokenAnswer, TokenEndpoint } from './token-request.ts';
import { usablePrincipal } from './usable-principal.ts';

const openIdScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

const unusableCode = {
  used: [
    54005,
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  ],
  expired: [70008, 'The provided authorization code has expired.'],
  unknown: [70000, 'The provided authorization code is not valid.'],
} as const;

/** Redeems an authorization code (RFC 6749 §4.1.3, RFC 7636 §4.5). Throws EntraError. */
export async function authorizationCode(
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

/** Redeems a refresh token, in any tenant that its account can access. Throws EntraError. */
export async function refresh(
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
  const demand = demandOf(tenant, here, now);
  if (demand !== undefined) throw unmetDemand(demand);
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
 * A web client must authenticate itself when a person signs in; a public one must not (AADSTS 7000218,
 * 700025). A refresh token has no redirect: the first registered one decides.
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
