import { currentPrincipalOf } from '../world/principals.ts';
import type { Account, AppRegistration, PracticeTenant, ServicePrincipal } from '../world/types.ts';
import { visiblePrincipal } from '../world/visibility.ts';
import type { WorldStore } from '../world/world-store.ts';
import { EntraError } from './aadsts.ts';
import { notInDirectory } from './token-request.ts';

/**
 * The principal that tokens may be issued for now. Entra sees deleted and new ones after a delay; the sign-in
 * that created one may use it immediately.
 *
 * A principal that is refused since the primary domain changed is answered with 650056: it exists, so neither
 * "not installed" (700016, 7000229), which would look like its deletion, nor "disabled" (7000112), which can
 * be switched back, applies. No Microsoft page documents such a case.
 */
export function usablePrincipal(
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
  if (!found.accountEnabled || registration.disabledByMicrosoft || registration.isDisabled) {
    throw new EntraError(
      401,
      'unauthorized_client',
      7000112,
      `Application '${registration.clientId}'(${registration.displayName}) is disabled.`,
    );
  }
  return found;
}
