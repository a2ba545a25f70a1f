import type { CloudChoice } from '../clouds/cloud.ts';
import type { Millis } from '../kernel/ports.ts';

/**
 * A key pair that was made here and is not in use yet. Lives only in the encrypted ledger and in
 * memory: `privateKeyPem` never crosses the contract.
 */
export interface KeyPairRecord {
  readonly id: string;
  /** The connector whose credential it is meant to replace; null for a set-up's own. */
  readonly profileId: string | null;
  /** What the certificate is named: the connector and this computer. */
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
  /** Those meant for a connector that is here, the newest first. */
  ofProfile(profileId: string): Promise<KeyPairRecord[]>;
  /** Deletes it: it is in use by now, or given up. */
  remove(keyPairId: string): Promise<void>;
}

/** A set-up that was begun: what the connector is going to be. */
export interface SetUpRecord {
  readonly id: string;
  readonly name: string;
  readonly cloud: CloudChoice;
  /** The MSP's own tenant, where the registration is going to live. */
  readonly tenantId: string;
  /** Its domain or id as it was typed. */
  readonly home: string;
  readonly keyPairId: string;
  readonly createdAt: Millis;
}

/** Set-ups that are under way. */
export interface SetUpStore {
  /** Saves the set-up with its key pair in one transaction. */
  begin(setUp: SetUpRecord, pair: KeyPairRecord): Promise<void>;
  list(): Promise<SetUpRecord[]>;
  get(setUpId: string): Promise<SetUpRecord | null>;
  /** Deletes it with its key pair. */
  remove(setUpId: string): Promise<void>;
  /** In which tenant the registration of a connector lives; null where nobody said. */
  homeOf(profileId: string): Promise<string | null>;
  setHome(profileId: string, tenantId: string): Promise<void>;
}
