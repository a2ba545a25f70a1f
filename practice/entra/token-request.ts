import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import type { WorldStore } from '../world/world-store.ts';
import { EntraError } from './aadsts.ts';
import type { TokenIssuer } from './access-tokens.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { authenticateClient } from './client-authentication.ts';
import type { RefreshTokens } from './refresh-tokens.ts';

/** The dependencies of the token endpoint. */
export interface TokenEndpoint {
  readonly store: WorldStore;
  readonly issuer: TokenIssuer;
  readonly codes: AuthorizationCodes;
  readonly refreshTokens: RefreshTokens;
}

/** The JSON answer to a successful token request (RFC 6749 §5.1). */
export type TokenAnswer = Readonly<Record<string, unknown>>;

/** The message for a domain or ID that matches no tenant. */
export function tenantNotFound(asked: string): string {
  return `Tenant '${asked}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`;
}

/** The message for a single-tenant application requested without its tenant. */
export function singleTenant({ clientId, displayName }: AppRegistration): string {
  return `Application '${clientId}'(${displayName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps. Use a tenant-specific endpoint or configure the application to be multi-tenant.`;
}

/** Checks a client's authentication against the addresses of this token endpoint. */
export async function authenticate(
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

/** AADSTS700016, for a tenant or for `organizations`. */
export function notInDirectory(clientId: string, tenant: PracticeTenant | undefined): EntraError {
  return new EntraError(
    400,
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant?.displayName ?? 'organizations'}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
}

/** Scope names without the resource; refuses another resource. */
export function graphScopes(scope: string, issuer: TokenIssuer): string[] {
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

/** A form field. Throws EntraError 900144 when it is missing. */
export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  throw new EntraError(
    400,
    'invalid_request',
    900144,
    `The request body must contain the following parameter: '${name}'.`,
  );
}
