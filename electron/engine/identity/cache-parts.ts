import { z } from 'zod';

const entities = z.record(z.string(), z.looseObject({}));
/**
 * The part of MSAL's cache schema that is stored: who is signed in, and the refresh tokens. Access and ID
 * tokens are not stored: every proof requests a fresh one, and a partner's account would have one of each per
 * tenant.
 */
const msalCache = z.object({
  Account: entities.default({}),
  RefreshToken: entities.default({}),
});
type MsalCache = z.infer<typeof msalCache>;
type Entity = MsalCache['Account'][string];

const kinds = ['Account', 'RefreshToken'] as const;

const owned = z.looseObject({ home_account_id: z.string() });
const tenantProfile = z.looseObject({ tenantId: z.string() });

/** Splits MSAL's serialized cache into parts by home account ID. Empty if the text is not a cache. */
export function splitCache(serialized: string): ReadonlyMap<string, string> {
  const cache = read(serialized);
  const parts = new Map<string, MsalCache>();
  for (const kind of kinds) {
    for (const [key, entity] of Object.entries(cache[kind])) {
      const accountId = owned.safeParse(entity).data?.home_account_id;
      if (accountId === undefined) continue;
      const part = parts.get(accountId) ?? msalCache.parse({});
      part[kind][key] = entity;
      parts.set(accountId, part);
    }
  }
  return new Map([...parts].map(([accountId, part]) => [accountId, JSON.stringify(part)]));
}

/** Joins the parts into one cache. */
export function joinParts(parts: Iterable<string>): string {
  const whole = msalCache.parse({});
  for (const part of parts) {
    const cache = read(part);
    for (const kind of kinds) Object.assign(whole[kind], cache[kind]);
  }
  return JSON.stringify(whole);
}

/**
 * Merges one account's part after two processes have changed it: `ours` since `base`, and `theirs`, which is
 * stored now. An account that the other process signed out remains signed out. Entries that MSAL dropped as a
 * side effect are kept: only `forget` and signing out remove on purpose. Null: nothing is left.
 */
export function mergePart(
  base: string | null,
  ours: string | null,
  theirs: string | null,
): string | null {
  if (ours === null) return theirs;
  if (theirs === null) return base === null ? ours : null;
  const [before, mine, kept] = [read(base ?? '{}'), read(ours), read(theirs)];
  const merged = msalCache.parse({});
  for (const kind of kinds) {
    Object.assign(merged[kind], kept[kind]);
    for (const [key, entity] of Object.entries(mine[kind])) {
      const old = before[kind][key];
      if (old !== undefined && isSame(old, entity)) continue;
      merged[kind][key] = withProfilesOf(entity, old, kept[kind][key]);
    }
  }
  return JSON.stringify(merged);
}

/** An account's tenant profiles are a nested list: profiles added by either process are kept. */
function withProfilesOf(mine: Entity, base: Entity | undefined, kept: Entity | undefined): Entity {
  if (kept === undefined || !Array.isArray(mine['tenantProfiles'])) return mine;
  const known = new Set(profilesOf(base).keys());
  const added = [...profilesOf(mine)].filter(([tenantId]) => !known.has(tenantId));
  return { ...mine, tenantProfiles: [...new Map([...profilesOf(kept), ...added]).values()] };
}

/** An account's tenant profiles by tenant ID. MSAL Node stores each as a separate JSON text. */
export function profilesOf(entity: Entity | undefined): ReadonlyMap<string, unknown> {
  const profiles: readonly unknown[] = Array.isArray(entity?.['tenantProfiles'])
    ? entity['tenantProfiles']
    : [];
  return new Map(
    profiles.flatMap((profile) => {
      const parsed = typeof profile === 'string' ? parseJson(profile) : profile;
      const tenantId = tenantProfile.safeParse(parsed).data?.tenantId;
      return tenantId === undefined ? [] : [[tenantId, profile] as const];
    }),
  );
}

/** Whether the values are equal, regardless of the order in which MSAL wrote them. */
function isSame(one: Entity, other: Entity): boolean {
  return sorted(one) === sorted(other);
}

function sorted(entity: Entity): string {
  return JSON.stringify(Object.entries(entity).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function read(serialized: string): MsalCache {
  return msalCache.safeParse(parseJson(serialized)).data ?? msalCache.parse({});
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
