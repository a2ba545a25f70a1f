import type { AccountInfo } from '@azure/msal-node';
import type { Clock, Millis } from '../kernel/ports.ts';

/** An account of the cache, as it may serve one tenant. */
export interface Candidate {
  readonly accountId: string;
  readonly account: string;
}

/** So long a tenant that did not know an account is not asked about it again. */
const unknownForMs: Millis = 15 * 60_000;

/** Which tenants did not know which accounts a short time ago. */
export interface UnknownAccounts {
  note(account: AccountInfo, tenantId: string): void;
  has(account: AccountInfo, tenantId: string): boolean;
  clear(): void;
}

/** Makes it; it is forgotten with the process. */
export function createUnknownAccounts(clock: Clock): UnknownAccounts {
  const unknown = new Map<string, Millis>();
  const keyOf = ({ homeAccountId }: AccountInfo, tenantId: string): string =>
    `${homeAccountId} ${tenantId}`;
  return {
    note: (account, tenantId) => void unknown.set(keyOf(account, tenantId), clock.now()),
    has: (account, tenantId) =>
      clock.now() - (unknown.get(keyOf(account, tenantId)) ?? -Infinity) < unknownForMs,
    clear: () => unknown.clear(),
  };
}

/**
 * Who may serve a tenant: accounts that have signed in there, then those that have signed in to any tenant
 * but their own, as a partner's technician does. MSAL takes the tenant of a silent call from the account,
 * so its profile of that tenant is put forward, or one is made up (entra-graph §10).
 */
export function candidatesFor(
  tenantId: string,
  all: readonly AccountInfo[],
  unknown: Pick<UnknownAccounts, 'has'>,
): AccountInfo[] {
  const here = all.flatMap((account) => {
    const profile = account.tenantProfiles?.get(tenantId);
    return profile ? [{ ...account, ...profile }] : [];
  });
  const travellers = all.flatMap((account) =>
    !account.tenantProfiles?.has(tenantId) &&
    isTraveller(account) &&
    !unknown.has(account, tenantId)
      ? [{ ...account, tenantId }]
      : [],
  );
  return [...here, ...travellers];
}

export function candidateOf({ homeAccountId, username }: AccountInfo): Candidate {
  return { accountId: homeAccountId, account: username };
}

/** Whether an account has signed in outside of its own tenant. */
export function isTraveller({ homeAccountId, tenantProfiles }: AccountInfo): boolean {
  const home = homeTenantOf(homeAccountId);
  return [...(tenantProfiles?.keys() ?? [])].some((tenantId) => tenantId !== home);
}

/** The tenant of an account, from `uid.utid`; null when the service gave no such id. */
export function homeTenantOf(homeAccountId: string): string | null {
  return homeAccountId.split('.')[1] ?? null;
}
