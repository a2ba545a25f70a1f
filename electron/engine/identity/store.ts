import type { Problem } from '../../contract/problem.ts';
import type { Millis } from '../kernel/ports.ts';

/**
 * MSAL's serialized cache of delegated accounts, one row for each profile and account. App-only tokens
 * are never persisted.
 */
export interface TokenCacheStore {
  /** The parts of a profile's accounts, by home account id. */
  read(profileId: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Puts `after` in the place of `before`, in one immediate transaction; null means none. False when
   * another process was there first: read again and merge.
   */
  replace(
    profileId: string,
    accountId: string,
    before: string | null,
    after: string | null,
  ): Promise<boolean>;
}

/** A tenant that wants an account to sign in there itself, as it is kept. */
export interface DemandRecord {
  readonly profileId: string;
  readonly tenantId: string;
  /** The home account id. */
  readonly accountId: string;
  /** The user principal name. */
  readonly account: string;
  readonly problem: Problem;
  /** What the sign-in must fulfil, as the service gave it. It stays in the engine. */
  readonly claims: string | null;
  readonly at: Millis;
}

export interface DemandStore {
  /** The newest first. */
  list(): Promise<DemandRecord[]>;
  get(profileId: string, tenantId: string): Promise<DemandRecord | null>;
  /** One for each profile and tenant: the newest counts. */
  put(demand: DemandRecord): Promise<void>;
  /** False when there was none. */
  clear(profileId: string, tenantId: string): Promise<boolean>;
  clearAccount(profileId: string, accountId: string): Promise<void>;
}
