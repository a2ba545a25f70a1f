import type { ProfileRecord } from '../connectors/store.ts';

/** The partner's own registration and the tenant in which it is consented. */
export interface PartnerRecord {
  /** A profile of its own: it is no connector, and is not listed among them. */
  readonly profileId: string;
  readonly tenantId: string;
}

export interface PartnerStore {
  get(): Promise<PartnerRecord | null>;
  /** Keeps this one; an earlier one goes with its tokens. */
  set(profile: ProfileRecord, tenantId: string): Promise<void>;
  remove(): Promise<void>;
}
