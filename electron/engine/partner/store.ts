import type { ProfileRecord } from '../connectors/store.ts';

/** The partner's own registration and the tenant in which it is consented. */
export interface PartnerRecord {
  /** A separate profile: it is not a connector and not listed among them. */
  readonly profileId: string;
  readonly tenantId: string;
}

export interface PartnerStore {
  get(): Promise<PartnerRecord | null>;
  /** Stores the registration; deletes an earlier one with its tokens. */
  set(profile: ProfileRecord, tenantId: string): Promise<void>;
  remove(): Promise<void>;
}
