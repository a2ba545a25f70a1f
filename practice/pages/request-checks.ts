import { matchRedirectUri } from '../entra/redirect-uri.ts';
import { singleTenant } from '../entra/token-request.ts';
import { accountIn, findAccount, findRegistration, findTenant } from '../world/find.ts';
import type { Account, AppRegistration, PracticeTenant, World } from '../world/types.ts';
import { DeadEnd } from './dead-end.ts';

/** A required parameter. @throws DeadEnd 900144 */
export function requiredParameter(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (value === null || value === '') {
    throw new DeadEnd(900144, `The request body must contain the following parameter: '${name}'.`);
  }
  return value;
}

/**
 * The tenant named in the address; undefined for `organizations` and `common`, where it is the home tenant of
 * the person who signs in. @throws DeadEnd 90002
 */
export function addressedTenant(world: World, part: string): PracticeTenant | undefined {
  if (['organizations', 'common'].includes(part.toLowerCase())) return undefined;
  const tenant = findTenant(world, part);
  if (tenant === undefined) {
    throw new DeadEnd(
      90002,
      `Tenant '${part}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
  }
  return tenant;
}

/** The requesting app. @throws DeadEnd 700016, 50194, 7000112 */
export function askingRegistration(
  world: World,
  parameters: URLSearchParams,
  tenant: PracticeTenant | undefined,
): AppRegistration {
  const clientId = requiredParameter(parameters, 'client_id');
  const registration = findRegistration(world, clientId);
  const isForeign =
    registration?.multiTenant === false &&
    tenant !== undefined &&
    tenant.tenantId !== registration.homeTenantId;
  if (registration === undefined || isForeign) {
    throw new DeadEnd(
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant?.displayName ?? 'organizations'}'.`,
    );
  }
  if (!registration.multiTenant && tenant === undefined) {
    throw new DeadEnd(50194, singleTenant(registration));
  }
  if (registration.disabledByMicrosoft || registration.isDisabled)
    throw disabledApplication(registration);
  return registration;
}

/** 7000112, for an app or for its enterprise application. */
export function disabledApplication({ clientId, displayName }: AppRegistration): DeadEnd {
  return new DeadEnd(7000112, `Application '${clientId}'(${displayName}) is disabled.`);
}

/** Refuses a redirect URI that is not registered. @throws DeadEnd 50011, 900971 */
export function checkRedirectUri(
  registration: AppRegistration,
  redirectUri: string,
  options: { readonly deeper?: boolean } = {},
): void {
  if (matchRedirectUri(registration, redirectUri, options) !== undefined) return;
  if (registration.redirectUris.length === 0) {
    throw new DeadEnd(900971, 'No reply address provided.');
  }
  throw new DeadEnd(
    50011,
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${registration.clientId}'.`,
  );
}

/** A person in the tenant of the request, with the role that applies there. */
export interface SignedIn {
  readonly account: Account;
  readonly tenant: PracticeTenant;
}

/** The account of a typed or picked address. @throws DeadEnd 50034, 50020 */
export function signedInAs(
  world: World,
  addressed: PracticeTenant | undefined,
  userPrincipalName: string,
  appName: string,
): SignedIn {
  const known = findAccount(world, userPrincipalName);
  const tenant = addressed ?? (known && world.tenants.get(known.homeTenantId));
  if (known === undefined || tenant === undefined) {
    throw new DeadEnd(
      50034,
      `The user account '${userPrincipalName.trim()}' does not exist in the ${addressed?.displayName ?? 'home'} directory. To sign into this application, the account must be added to the directory.`,
    );
  }
  const account = accountIn(known, tenant);
  if (account === undefined) {
    throw new DeadEnd(
      50020,
      `User account '${known.userPrincipalName}' does not exist in tenant '${tenant.displayName}' and cannot access the application '${appName}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different account.`,
    );
  }
  return { account, tenant };
}
