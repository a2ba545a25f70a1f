/** Where the data is and what opens it. */
export interface StoreFolder {
  readonly folder: string;
  readonly key: Uint8Array;
  /** A person said that a ledger may be made although the folder has had one. */
  readonly mayMakeLedger?: boolean;
}
