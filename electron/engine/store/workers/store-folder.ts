/** Where the data is, and the key that opens it. */
export interface StoreFolder {
  readonly folder: string;
  readonly key: Uint8Array;
  /** A person confirmed that a ledger may be created although the folder had one. */
  readonly mayMakeLedger?: boolean;
}
