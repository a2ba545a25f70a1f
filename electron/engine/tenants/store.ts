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
  /** Domains that were verified or primary at an earlier read. */
  readonly formerDomains: readonly string[];
  readonly addedAs: string;
  readonly addedAt: Millis;
  readonly tags: readonly string[];
  readonly notes: string | null;
}

/** A technician's own notes, alias and tags of a tenant. */
export type TenantWords = Pick<TenantRecord, 'alias' | 'tags' | 'notes'>;

/** Labels of a tenant as `GET /organization` returned them. */
export type TenantLabels = Pick<
  TenantRecord,
  'displayName' | 'primaryDomain' | 'initialDomain' | 'verifiedDomains'
>;

export interface TenantStore {
  list(): Promise<TenantRecord[]>;
  get(tenantId: string): Promise<TenantRecord | null>;
  /**
   * Adds the tenant unless its ID is already stored; returns the stored record and whether it was
   * there before.
   */
  add(tenant: TenantRecord): Promise<{ readonly tenant: TenantRecord; readonly already: boolean }>;
  /**
   * Adds all tenants with their activity lines, or none: returns the first that was already stored,
   * null when all were added.
   */
  addAll(
    tenants: readonly TenantRecord[],
    lines: readonly ActivityRecord[],
  ): Promise<TenantRecord | null>;
  /**
   * Stores labels; a domain that is no longer among them becomes a former one. Returns the record
   * before and after, null when the tenant is not stored.
   */
  relabel(
    tenantId: string,
    labels: TenantLabels,
  ): Promise<{ readonly before: TenantRecord; readonly after: TenantRecord } | null>;
  /** Changes the given texts; returns the new record, null when the tenant is not stored. */
  edit(tenantId: string, words: Partial<TenantWords>): Promise<TenantRecord | null>;
  /**
   * Deletes the tenant with all its data in the ledger and its activity, and appends `line`, in one
   * transaction. Lines from earlier forgetting remain.
   */
  forget(tenantId: string, line: ActivityRecord): Promise<void>;
  ofProfile(profileId: string): Promise<TenantRecord[]>;
}
