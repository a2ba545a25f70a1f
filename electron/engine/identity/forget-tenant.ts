import { z } from 'zod';
import { profilesOf } from './cache-parts.ts';

const part = z.object({
  Account: z.record(z.string(), z.looseObject({})).default({}),
  RefreshToken: z.record(z.string(), z.unknown()).default({}),
});
const named = z.looseObject({ username: z.string().min(1) });

/**
 * One account's part of the cache without one tenant. An account that is used for other tenants remains
 * signed in; null if it was used for this one only, or the text is not such a part.
 */
export function forgetTenant(serialized: string, tenantId: string): string | null {
  const cache = part.safeParse(parseJson(serialized)).data;
  if (cache === undefined) return null;
  const accounts = Object.entries(cache.Account).flatMap(([key, account]) => {
    const elsewhere = [...profilesOf(account)].filter(([of]) => of !== tenantId);
    if (elsewhere.length === 0) return [];
    return [
      [key, { ...account, tenantProfiles: elsewhere.map(([, profile]) => profile) }] as const,
    ];
  });
  if (accounts.length === 0) return null;
  return JSON.stringify({ ...cache, Account: Object.fromEntries(accounts) });
}

/** The name of an account that is used for this tenant and for others, so it remains signed in; else null. */
export function accountThatStays(serialized: string, tenantId: string): string | null {
  const accounts = Object.values(part.safeParse(parseJson(serialized)).data?.Account ?? {});
  const shared = accounts.find((account) => {
    const tenants = profilesOf(account);
    return tenants.has(tenantId) && tenants.size > 1;
  });
  return named.safeParse(shared).data?.username ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
