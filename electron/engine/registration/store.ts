import type { CloudChoice } from '../clouds/cloud.ts';
import type { Millis } from '../kernel/ports.ts';

/**
 * A key pair that was made on this computer and is not in use yet. Exists only in the encrypted
 * ledger and in memory: `privateKeyPem` never crosses the contract.
 */
export interface KeyPairRecord {
  readonly id: string;
  /** The connector whose credential it will replace; null when it belongs to a set-up. */
  readonly profileId: string | null;
  /** The name in the certificate: the connector and this computer. */
  readonly name: string;
  readonly certificatePem: string;
  /** PKCS #8. */
  readonly privateKeyPem: string;
  /** SHA-256 of the DER, hex. */
  readonly thumbprint: string;
  readonly createdAt: Millis;
  readonly expiresAt: Millis;
}

/** Key pairs that are not in use yet. */
export interface KeyPairStore {
  add(pair: KeyPairRecord): Promise<void>;
  get(keyPairId: string): Promise<KeyPairRecord | null>;
  /** Those for an existing connector, newest first. */
  ofProfile(profileId: string): Promise<KeyPairRecord[]>;
  /** Deletes it once it is in use or discarded. */
  remove(keyPairId: string): Promise<void>;
}

/** A set-up in progress: the values for the future connector. */
export interface SetUpRecord {
  readonly id: string;
  readonly name: string;
  readonly cloud: CloudChoice;
  /** The MSP's own tenant, which will own the registration. */
  readonly tenantId: string;
  /** The tenant's domain or ID as it was typed. */
  readonly home: string;
  readonly keyPairId: string;
  readonly createdAt: Millis;
}

/** Set-ups in progress. */
export interface SetUpStore {
  /** Saves the set-up with its key pair in one transaction. */
  begin(setUp: SetUpRecord, pair: KeyPairRecord): Promise<void>;
  list(): Promise<SetUpRecord[]>;
  get(setUpId: string): Promise<SetUpRecord | null>;
  /** Deletes the set-up with its key pair. */
  remove(setUpId: string): Promise<void>;
  /** The tenant that owns a connector's registration; null when it was never entered. */
  homeOf(profileId: string): Promise<string | null>;
  setHome(profileId: string, tenantId: string): Promise<void>;
}
