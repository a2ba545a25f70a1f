import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import { joinParts, mergePart, splitCache } from './cache-parts.ts';
import type { TokenCacheStore } from './store.ts';

/** How often a write is retried when another process wrote first. */
const mostTries = 50;

/** MSAL's cache of one profile in the ledger. Each write is merged with what is stored at that moment. */
export function keptCache(store: TokenCacheStore, profileId: string): ICachePlugin {
  const bases = new WeakMap<TokenCacheContext, ReadonlyMap<string, string>>();
  return {
    beforeCacheAccess: async (context) => {
      const parts = await store.read(profileId);
      bases.set(context, parts);
      context.tokenCache.deserialize(joinParts(parts.values()));
    },
    afterCacheAccess: async (context) => {
      if (!context.cacheHasChanged) return;
      const base = bases.get(context) ?? new Map<string, string>();
      for (const [accountId, ours] of splitCache(context.tokenCache.serialize())) {
        await changePart(store, profileId, accountId, (theirs) =>
          mergePart(base.get(accountId) ?? null, ours, theirs),
        );
      }
    },
  };
}

/** Changes one account's part, starting from what is stored at that moment. */
export async function changePart(
  store: TokenCacheStore,
  profileId: string,
  accountId: string,
  change: (kept: string | null) => string | null,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const kept = (await store.read(profileId)).get(accountId) ?? null;
    const after = change(kept);
    if (after === kept || (await store.replace(profileId, accountId, kept, after))) return;
  }
  throw new Error('Another process changes this account without end.');
}
