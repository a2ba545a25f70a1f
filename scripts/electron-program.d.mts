/** Electron's program in the folder of its package, or null. */
export function findElectron(folder: string): string | null;
/** Brings it there; resolves with null, or with the reason why it couldn't, in one sentence. */
export function fetchElectron(options: {
  /** The folder of the package `electron`. */
  readonly folder: string;
  /** The Node to run the installer with. */
  readonly node: string;
  /** Where progress goes. */
  readonly out: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds: without a byte, and for all of it. */
  readonly limits?: { readonly silent: number; readonly whole: number };
}): Promise<string | null>;
