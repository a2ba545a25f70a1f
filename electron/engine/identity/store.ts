import type { Problem } from '../../contract/problem.ts';
import type { Millis } from '../kernel/ports.ts';

/** MSAL's cache of delegated accounts, one row per profile and account. Never has app-only tokens. */
export interface TokenCacheStore {
  /** The parts of a profile's accounts, by home account ID. */
  read(profileId: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Replaces `before` with `after`, in one immediate transaction; null means none. False when another process
   * wrote first: read again and merge.
   */
  replace(
    profileId: string,
    accountId: string,
    before: string | null,
    after: string | null,
  ): Promise<boolean>;
}

/** A stored demand: a tenant that requires an account to sign in to that tenant. */
export interface DemandRecord {
  readonly profileId: string;
  readonly tenantId: string;
  /** The home account ID. */
  readonly accountId: string;
  /** The user principal name. */
  readonly account: string;
  readonly problem: Problem;
  /** What the sign-in must satisfy, as the service returned it. Never leaves the engine. */
  readonly claims: string | null;
  readonly at: Millis;
}

export interface DemandStore {
  /** Newest first. */
  list(): Promise<DemandRecord[]>;
  get(profileId: string, tenantId: string): Promise<DemandRecord | null>;
  /** Stores one demand per profile and tenant: the newest replaces an older one. */
  put(demand: DemandRecord): Promise<void>;
  /** False when there was none. */
  clear(profileId: string, tenantId: string): Promise<boolean>;
  clearAccount(profileId: string, accountId: string): Promise<void>;
}
