import type { CloudChoice } from '../clouds/cloud.ts';
import type { Permission } from '../../contract/grant.ts';
import type { VendorBackend } from '../../contract/profile.ts';
import type { VendorConsent } from '../../contract/vendor.ts';
import type { Millis } from '../kernel/ports.ts';

/** What is kept of a registration that belongs to a vendor. */
export interface VendorRecord {
  /** The profile of ours that looks on in customers' tenants. */
  readonly readerId: string | null;
  /** Null: consent by the short form. */
  readonly consent: VendorConsent | null;
}

/** What is kept of a connector profile. */
export interface ProfileRecord {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly cloud: CloudChoice;
  readonly owner: 'ours' | 'vendor';
  /** Absent exactly where the registration is ours. */
  readonly vendor?: VendorRecord;
  readonly requiredPermissions: readonly Permission[];
  readonly landingPage: string | null;
  readonly backend: VendorBackend | null;
  readonly createdAt: Millis;
}

/** The app credential. Lives only in the encrypted ledger and in memory while it is used. */
export type CredentialRecord =
  | {
      readonly kind: 'certificate';
      readonly certificatePem: string;
      readonly privateKeyPem: string;
      /** SHA-256 of the DER, hex. */
      readonly thumbprint: string;
      readonly expiresAt: Millis;
    }
  | { readonly kind: 'secret'; readonly value: string; readonly expiresAt: Millis | null };

/** What of a profile can be changed. */
export type ProfileChanges = Pick<ProfileRecord, 'name' | 'landingPage' | 'backend'>;

export interface ProfileStore {
  /** The connectors; the partner's own registration is none of them. */
  list(): Promise<ProfileRecord[]>;
  get(profileId: string): Promise<ProfileRecord | null>;
  /** Saves the profile and its credential in one transaction. */
  add(profile: ProfileRecord, credential: CredentialRecord | null): Promise<void>;
  edit(profileId: string, changes: ProfileChanges): Promise<void>;
  /** Says who looks on for a vendor's profile. */
  setReader(profileId: string, readerId: string | null): Promise<void>;
  credential(profileId: string): Promise<CredentialRecord | null>;
  /** When the credential ends (`endsAt` null: it has no end), without reading it; null: there is none. */
  credentialEnd(profileId: string): Promise<{ readonly endsAt: Millis | null } | null>;
  /** Swaps the credential in one transaction: there is always one. */
  replaceCredential(profileId: string, credential: CredentialRecord): Promise<void>;
  /** Removes the profile with its credential and tokens. */
  remove(profileId: string): Promise<void>;
}
