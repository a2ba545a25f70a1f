import type { AccountInfo } from '@azure/msal-node';
import type { Clock, Millis } from '../kernel/ports.ts';

/** A cached account that may be able to sign in to one tenant. */
export interface Candidate {
  readonly accountId: string;
  readonly account: string;
}

/** How long to skip a tenant that did not know the account. */
const unknownForMs: Millis = 15 * 60_000;

/** Which tenants recently did not know which accounts. */
export interface UnknownAccounts {
  note(account: AccountInfo, tenantId: string): void;
  has(account: AccountInfo, tenantId: string): boolean;
  clear(): void;
}

/** Makes the record; it is in memory only. */
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
 * The accounts that may sign in to a tenant: first those that have signed in there, then those that have
 * signed in to any tenant other than their own, as a partner's technician does. MSAL takes the tenant of a
 * silent call from the account, so the account's profile of that tenant is passed, or one is constructed.
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

/** Whether an account has signed in to a tenant other than its own. */
export function isTraveller({ homeAccountId, tenantProfiles }: AccountInfo): boolean {
  const home = homeTenantOf(homeAccountId);
  return [...(tenantProfiles?.keys() ?? [])].some((tenantId) => tenantId !== home);
}

/** An account's home tenant, from `uid.utid`; null if the service did not return such an ID. */
export function homeTenantOf(homeAccountId: string): string | null {
  return homeAccountId.split('.')[1] ?? null;
}
