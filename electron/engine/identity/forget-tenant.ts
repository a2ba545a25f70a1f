import { z } from 'zod';

const entities = z.record(z.string(), z.looseObject({}));
/** MSAL's cache schema, as far as forgetting needs it. */
const msalCache = z.looseObject({
  Account: entities.default({}),
  IdToken: entities.default({}),
  AccessToken: entities.default({}),
  RefreshToken: entities.default({}),
});
const ownTenant = z.looseObject({ home_account_id: z.string(), realm: z.string().optional() });
const tenantProfile = z.looseObject({ tenantId: z.string() });

type Entities = z.infer<typeof entities>;

/**
 * MSAL's serialized cache without one tenant: its tokens, its profile of each account, and accounts that
 * serve no other tenant together with their refresh tokens. An account that does stays signed in.
 *
 * Null when no account is left. Text that is no MSAL cache counts as empty.
 */
export function forgetTenant(serialized: string, tenantId: string): string | null {
  const cache = msalCache.safeParse(parseJson(serialized)).data;
  if (cache === undefined) return null;
  const elsewhere = (entity: Entities[string]): boolean =>
    ownTenant.parse(entity).realm !== tenantId;
  const accessTokens = keep(cache.AccessToken, elsewhere);
  const idTokens = keep(cache.IdToken, elsewhere);
  const servedElsewhere = new Set(
    [...Object.values(accessTokens), ...Object.values(idTokens)].map(
      (entity) => ownTenant.parse(entity).home_account_id,
    ),
  );
  const stays = (entity: Entities[string]): boolean =>
    servedElsewhere.has(ownTenant.parse(entity).home_account_id);
  const accounts = Object.fromEntries(
    Object.entries(keep(cache.Account, stays)).map(([key, account]) => [
      key,
      withoutProfile(account, tenantId),
    ]),
  );
  if (Object.keys(accounts).length === 0) return null;
  return JSON.stringify({
    ...cache,
    Account: accounts,
    IdToken: idTokens,
    AccessToken: accessTokens,
    RefreshToken: keep(cache.RefreshToken, stays),
  });
}

function keep(all: Entities, isKept: (entity: Entities[string]) => boolean): Entities {
  return Object.fromEntries(Object.entries(all).filter(([, entity]) => isKept(entity)));
}

/** MSAL Node stores each tenant profile as a JSON text of its own. */
function withoutProfile(account: Entities[string], tenantId: string): Entities[string] {
  const profiles = account['tenantProfiles'];
  if (!Array.isArray(profiles)) return account;
  const isElsewhere = (entry: unknown): boolean => {
    const profile = typeof entry === 'string' ? parseJson(entry) : entry;
    return tenantProfile.safeParse(profile).data?.tenantId !== tenantId;
  };
  return { ...account, tenantProfiles: profiles.filter(isElsewhere) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
