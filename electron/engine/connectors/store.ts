import type { CloudChoice } from '../clouds/cloud.ts';
import type { Permission } from '../../contract/grant.ts';
import type { VendorBackend } from '../../contract/profile.ts';
import type { VendorConsent } from '../../contract/vendor.ts';
import type { Millis } from '../kernel/ports.ts';

/** The stored part of a registration that belongs to a vendor. */
export interface VendorRecord {
  /** The profile of our own connector that reads customers' tenants for this vendor's connector. */
  readonly readerId: string | null;
  /** Null: the consent link has the short form. */
  readonly consent: VendorConsent | null;
}

/** The stored part of a connector profile. */
export interface ProfileRecord {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly cloud: CloudChoice;
  readonly owner: 'ours' | 'vendor';
  /** Present only when the registration belongs to a vendor. */
  readonly vendor?: VendorRecord;
  readonly requiredPermissions: readonly Permission[];
  readonly landingPage: string | null;
  readonly backend: VendorBackend | null;
  readonly createdAt: Millis;
}

/** The app credential. Exists only in the encrypted ledger, and in memory while it is used. */
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

/** The properties of a profile that can be changed. */
export type ProfileChanges = Pick<ProfileRecord, 'name' | 'landingPage' | 'backend'>;

export interface ProfileStore {
  /** The connectors; the partner's own registration is not one of them. */
  list(): Promise<ProfileRecord[]>;
  get(profileId: string): Promise<ProfileRecord | null>;
  /** Saves the profile and its credential in one transaction. */
  add(profile: ProfileRecord, credential: CredentialRecord | null): Promise<void>;
  edit(profileId: string, changes: ProfileChanges): Promise<void>;
  /** Sets the reader of a vendor's profile. */
  setReader(profileId: string, readerId: string | null): Promise<void>;
  credential(profileId: string): Promise<CredentialRecord | null>;
  /**
   * When the credential expires (`endsAt` null: never), without reading the credential; null: there
   * is none.
   */
  credentialEnd(profileId: string): Promise<{ readonly endsAt: Millis | null } | null>;
  /** Replaces the credential in one transaction, so there is always one. */
  replaceCredential(profileId: string, credential: CredentialRecord): Promise<void>;
  /** Removes the profile with its credential and tokens. */
  remove(profileId: string): Promise<void>;
}
