import { graphAppId, graphPermissions, permissionById } from '../world/permission-catalog.ts';
import type {
  AppRegistration,
  PermissionReference,
  PracticeTenant,
  World,
} from '../world/types.ts';
import {
  addressedTenant,
  askingRegistration,
  checkRedirectUri,
  requiredParameter,
} from './request-checks.ts';

/** A failure that the authorize endpoint reports to the app by a redirect. */
export class AuthorizeRefusal extends Error {
  readonly request: AuthorizeTarget;
  readonly error: string;
  readonly code: number;

  constructor(request: AuthorizeTarget, error: string, code: number, text: string) {
    super(text);
    this.name = 'AuthorizeRefusal';
    this.request = request;
    this.error = error;
    this.code = code;
  }
}

/** The destination of an answer. */
export interface AuthorizeTarget {
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'form_post';
  readonly state: string | null;
}

/** A valid request of `/authorize` (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export interface AuthorizeRequest extends AuthorizeTarget {
  readonly tenant: PracticeTenant | undefined;
  readonly registration: AppRegistration;
  /** Names without a resource prefix. */
  readonly scopes: readonly string[];
  readonly prompt: string | null;
  readonly loginHint: string | null;
  readonly codeChallenge: string | null;
  readonly nonce: string | null;
  readonly parameters: URLSearchParams;
}

/**
 * Reads a request of `/authorize`. The app learns of a failure only after its redirect URI is known to be
 * registered. @throws DeadEnd before that, AuthorizeRefusal after
 */
export function readAuthorizeRequest(
  world: World,
  graphBaseUrl: string,
  tenantPart: string,
  parameters: URLSearchParams,
): AuthorizeRequest {
  const tenant = addressedTenant(world, tenantPart);
  const registration = askingRegistration(world, parameters, tenant);
  const redirectUri = requiredParameter(parameters, 'redirect_uri');
  checkRedirectUri(registration, redirectUri);
  const mode = parameters.get('response_mode') ?? 'query';
  const target: AuthorizeTarget = {
    redirectUri,
    responseMode: mode === 'form_post' ? 'form_post' : 'query',
    state: parameters.get('state'),
  };
  const refuse = (error: string, code: number, text: string): AuthorizeRefusal =>
    new AuthorizeRefusal(target, error, code, text);
  if (parameters.get('response_type') !== 'code') {
    throw refuse(
      'unsupported_response_type',
      700054,
      `The practice cloud answers response_type 'code' alone.`,
    );
  }
  if (!['query', 'form_post'].includes(mode)) {
    throw refuse('invalid_request', 9002313, `response_mode '${mode}' is not supported.`);
  }
  const method = parameters.get('code_challenge_method');
  const codeChallenge = parameters.get('code_challenge');
  if (codeChallenge !== null && method !== 'S256') {
    throw refuse('invalid_request', 9002313, 'code_challenge_method must be S256.');
  }
  return {
    ...target,
    tenant,
    registration,
    scopes: readScopes(parameters.get('scope') ?? '', graphBaseUrl, refuse),
    prompt: parameters.get('prompt'),
    loginHint: parameters.get('login_hint'),
    codeChallenge,
    nonce: parameters.get('nonce'),
    parameters,
  };
}

function readScopes(
  scope: string,
  graphBaseUrl: string,
  refuse: (error: string, code: number, text: string) => AuthorizeRefusal,
): string[] {
  const asked = scope.split(/\s+/).filter((one) => one !== '');
  if (asked.length === 0) {
    throw refuse(
      'invalid_request',
      900144,
      `The request body must contain the following parameter: 'scope'.`,
    );
  }
  const names = asked.map((one) => {
    if (one.startsWith(`${graphBaseUrl}/`)) {
      return one.slice(graphBaseUrl.length).replace(/^\/+/, '');
    }
    if (!one.includes('://')) return one;
    throw refuse(
      'invalid_resource',
      500011,
      `The resource principal of the scope '${one}' was not found in the tenant.`,
    );
  });
  if (names.includes('.default') && names.some((name) => isResourceScope(name))) {
    throw refuse(
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid. .default scope can't be combined with resource-specific scopes.`,
    );
  }
  const unknown = names.find((name) => name !== '.default' && delegatedNamed(name) === undefined);
  if (unknown !== undefined) {
    throw refuse(
      'invalid_client',
      650053,
      `The application asked for scope '${unknown}' that doesn't exist on the resource '${graphAppId}'.`,
    );
  }
  return names;
}

function isResourceScope(name: string): boolean {
  return !['.default', 'openid', 'profile', 'email', 'offline_access'].includes(name);
}

function delegatedNamed(name: string) {
  return graphPermissions.find((row) => row.type === 'delegated' && row.value === name);
}

/**
 * What a consent page lists for these scopes, and what Accept grants: `.default` means every delegated
 * permission of the registration.
 */
export function askedPermissions(
  registration: AppRegistration,
  scopes: readonly string[],
): PermissionReference[] {
  const registered = scopes.includes('.default')
    ? registration.requiredResourceAccess.filter((one) => one.type === 'delegated')
    : [];
  const named = scopes.flatMap((name) => {
    const found = delegatedNamed(name);
    return found === undefined
      ? []
      : [{ resourceAppId: graphAppId, id: found.id, type: found.type }];
  });
  return [...registered, ...named];
}

/** Whether only an administrator may consent to these. */
export function needsAdmin(permissions: readonly PermissionReference[]): boolean {
  return permissions.some(({ id, type }) => permissionById(id, type)?.adminConsentRequired ?? true);
}
