import { z } from 'zod';
import { profilesOf } from './cache-parts.ts';

const part = z.object({
  Account: z.record(z.string(), z.looseObject({})).default({}),
  RefreshToken: z.record(z.string(), z.unknown()).default({}),
});

/**
 * One account's part of the cache without one tenant. An account that serves other tenants stays signed
 * in; null when it served this one alone, or the text is no such part.
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
