import type {
  DemandRecord,
  DemandStore,
  TokenCacheStore,
} from '../../electron/engine/identity/store.ts';

/** Token caches in memory; `parts` contains the stored parts, by profile and account. */
export function createMemoryCaches(): TokenCacheStore & { readonly parts: Map<string, string> } {
  const parts = new Map<string, string>();
  return {
    parts,
    read: async (profileId) =>
      new Map(
        [...parts].flatMap(([key, part]) => {
          const [profile, account = ''] = key.split(' ');
          return profile === profileId ? [[account, part] as const] : [];
        }),
      ),
    replace: async (profileId, accountId, before, after) => {
      const key = `${profileId} ${accountId}`;
      if ((parts.get(key) ?? null) !== before) return false;
      if (after === null) parts.delete(key);
      else parts.set(key, after);
      return true;
    },
  };
}

/** A demand store in memory. */
export function createMemoryDemands(): DemandStore {
  const demands = new Map<string, DemandRecord>();
  return {
    list: async () => [...demands.values()],
    get: async (profileId, tenantId) => demands.get(`${profileId} ${tenantId}`) ?? null,
    put: async (demand) => void demands.set(`${demand.profileId} ${demand.tenantId}`, demand),
    clear: async (profileId, tenantId) => demands.delete(`${profileId} ${tenantId}`),
    clearAccount: async (profileId, accountId) => {
      for (const [key, demand] of demands) {
        if (demand.profileId === profileId && demand.accountId === accountId) demands.delete(key);
      }
    },
  };
}
