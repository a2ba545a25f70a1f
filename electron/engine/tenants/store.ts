import type { ActivityRecord } from '../kernel/activity/store.ts';
import type { Millis } from '../kernel/ports.ts';

export interface TenantRecord {
  readonly tenantId: string;
  readonly profileId: string;
  readonly alias: string | null;
  readonly displayName: string | null;
  readonly primaryDomain: string | null;
  readonly initialDomain: string | null;
  readonly verifiedDomains: readonly string[];
  /** Domains that were verified, or the primary one, at an earlier read. */
  readonly formerDomains: readonly string[];
  readonly addedAs: string;
  readonly addedAt: Millis;
  readonly tags: readonly string[];
  readonly notes: string | null;
}

/** A technician's own words about a tenant. */
export type TenantWords = Pick<TenantRecord, 'alias' | 'tags' | 'notes'>;

/** Labels of a tenant as `GET /organization` gave them. */
export type TenantLabels = Pick<
  TenantRecord,
  'displayName' | 'primaryDomain' | 'initialDomain' | 'verifiedDomains'
>;

export interface TenantStore {
  list(): Promise<TenantRecord[]>;
  get(tenantId: string): Promise<TenantRecord | null>;
  /** Adds unless the tenant id is already there; answers the record that is there now and whether it was there before. */
  add(tenant: TenantRecord): Promise<{ readonly tenant: TenantRecord; readonly already: boolean }>;
  /**
   * Adds all of them with their lines of activity, or none: answers the first that was here already, null
   * when all were added.
   */
  addAll(
    tenants: readonly TenantRecord[],
    lines: readonly ActivityRecord[],
  ): Promise<TenantRecord | null>;
  /**
   * Takes over labels; a domain that is among them no more becomes a former one. Answers the record before and
   * after, null when it is not here.
   */
  relabel(
    tenantId: string,
    labels: TenantLabels,
  ): Promise<{ readonly before: TenantRecord; readonly after: TenantRecord } | null>;
  /** Changes the words that are given; answers the record as it is now, null when it is not here. */
  edit(tenantId: string, words: Partial<TenantWords>): Promise<TenantRecord | null>;
  /**
   * Drops the tenant with all that the ledger holds of it and its activity, and appends `line`, in one
   * transaction. Lines of earlier forgetting stay.
   */
  forget(tenantId: string, line: ActivityRecord): Promise<void>;
  ofProfile(profileId: string): Promise<TenantRecord[]>;
}
