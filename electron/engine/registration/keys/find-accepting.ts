import { isAboutTenant } from '../../connection/test/refusal.ts';
import type { CredentialRecord } from '../../connectors/store.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/** Number of tenants to try before reporting that none answers: each can take a second. */
const mostTenants = 10;

/**
 * The customer in which the credential got a new token; null when the connector has no customer.
 *
 * A tenant without the connector refuses before it checks the credential, so the next tenant is
 * tried. Any other refusal is final.
 *
 * Errors: `credential.nowhereToTest`, and Microsoft's refusal (`aadsts.*`, `network.*`).
 */
export async function findAccepting(
  ports: {
    readonly customersOf: (profileId: string) => Promise<readonly string[]>;
    readonly tryCredential: (
      profileId: string,
      credential: CredentialRecord,
      tenantId: string,
      signal?: AbortSignal,
    ) => Promise<unknown>;
  },
  profileId: string,
  credential: CredentialRecord,
  signal?: AbortSignal,
): Promise<string | null> {
  const customers = await ports.customersOf(profileId);
  if (customers.length === 0) return null;
  for (const tenantId of customers.slice(0, mostTenants)) {
    try {
      await ports.tryCredential(profileId, credential, tenantId, signal);
      return tenantId;
    } catch (error) {
      if (!(error instanceof EvergrantError) || !isAboutTenant(error.toProblem())) throw error;
    }
  }
  throw new EvergrantError('credential.nowhereToTest', { retry: 'after' });
}
