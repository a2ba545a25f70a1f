/**
 * MSAL's serialized cache of one delegated account, one row per (profile, account). Merged and
 * written under a lease. App-only tokens are never persisted.
 */
export interface TokenCacheStore {
  read(profileId: string): Promise<string | null>;
  /** Writes what `merge` makes of the row as it stands, in one immediate transaction: parallel processes lose nothing. */
  write(profileId: string, serialized: string): Promise<void>;
  remove(profileId: string): Promise<void>;
}
