import type { Millis } from '../ports.ts';

export interface TenantRecord {
  readonly tenantId: string;
  readonly profileId: string;
  readonly alias: string | null;
  readonly displayName: string | null;
  readonly primaryDomain: string | null;
  readonly initialDomain: string | null;
  readonly verifiedDomains: readonly string[];
  readonly addedAs: string;
  readonly addedAt: Millis;
}

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
  relabel(tenantId: string, labels: TenantLabels): Promise<void>;
  ofProfile(profileId: string): Promise<TenantRecord[]>;
}
