import type { Worker } from 'node:worker_threads';
import type { Notice } from '../../contract/notice.ts';

/** Milliseconds since 1970 in UTC: how the engine keeps every moment. */
export type Millis = number;

/** One request on the engine's only way out. `caPem` is trusted for this request's cloud alone. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly caPem?: string;
  readonly signal?: AbortSignal;
}

/**
 * The network. No cookies, no cache, no credentials of its own; a redirect is refused with an error.
 * Rejects with a plain `Error` whose `code` is the system's (`ENOTFOUND`, `ECONNREFUSED`, ...) when no
 * answer came; any HTTP status is an answer.
 */
export interface Network {
  send(request: NetworkRequest): Promise<Response>;
}

/** A browser that is installed on this computer. */
export interface InstalledBrowser {
  readonly id: string;
  readonly name: string;
}

/** Opens a web address in the person's own browser. Rejects when no browser could be started. */
export interface Links {
  open(url: string): Promise<void>;
  /** The browsers of this computer that can show a private window; none where there is no screen. */
  browsers(): Promise<readonly InstalledBrowser[]>;
  /** Opens the address in a private window, where nobody is signed in yet. */
  openPrivately(url: string, browserId: string): Promise<void>;
}

export interface Clock {
  now(): Millis;
  /** Resolves after `ms`, or rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  /** A version 4 GUID, lower-case. */
  guid(): string;
  bytes(length: number): Uint8Array;
  /** A number in [0, 1), for jitter; not for secrets. */
  fraction(): number;
}

/** Structured log. Fields must be safe: no tokens, secrets or directory data. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Starts the worker threads of `store/`: their files lie elsewhere in source and in a build. */
export interface Workers {
  start(name: 'store-writer' | 'store-reader', workerData: unknown): Worker;
}

/** Where this engine's data is and the 32-byte key that opens it. */
export interface DataFolder {
  readonly path: string;
  readonly key: Uint8Array;
  /**
   * A person's word that a ledger may be made although the folder holds something of ours: they restore
   * a backup, or have just chosen how to keep a new key.
   */
  readonly mayMakeLedger?: boolean;
}

/** A file that an export is going to be. */
export interface ExportFile {
  /** A name that every system takes. */
  readonly name: string;
  readonly mediaType: string;
  /** It holds nothing that is worth keeping: such a file never takes the place of another one. */
  readonly isEmpty?: boolean;
}

/** Where the bytes of one export go. Either `commit` or `abort` ends it. */
export interface ExportSink {
  /** Resolves when more may be written. Rejects with `export.notWritten` or `export.brokenOff`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Shows the complete file under its name; answers its path where the host wrote it. */
  commit(): Promise<string | null>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

/** What a host says at once to an export: how the file is taken, and when that begins. */
export interface ExportPlace {
  /** The path from which a browser takes it; null on hosts that write files themselves. */
  readonly download: string | null;
  /** Null when the person wants no file after all. Rejects with `export.notWritten`. */
  readonly opened: Promise<ExportSink | null>;
}

/** Files of exports. A host asks the person, or knows, where they go; an aborted signal ends its asking. */
export interface ExportFiles {
  choose(file: ExportFile, signal: AbortSignal): ExportPlace;
}

/** Makes the bytes of a PDF from an HTML page. */
export type PrintPdf = (html: string, signal: AbortSignal) => Promise<Uint8Array>;

/** Everything that a host must give. */
export interface Ports {
  readonly network: Network;
  readonly links: Links;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly workers: Workers;
  readonly data: DataFolder;
  /** Reads a custom cloud's file and its CA file; rejects with the system's error. */
  readonly readFile: (path: string) => Promise<string>;
  readonly exportFiles: ExportFiles;
  /** This computer's name: certificates that are made here carry it. */
  readonly computer: string;
  /** A ticket number for everything that this engine does, such as a command's own. */
  readonly ticket?: string;
  /** A name for this process in leases, unique on this machine. */
  readonly holder: string;
  /** Whether a process with such a name has certainly ended; left out where that cannot be told. */
  readonly isHolderGone?: (holder: string) => boolean;
  /** Whether the system says that there is a network; null, or left out, where it cannot be told. */
  readonly online?: () => boolean | null;
  /**
   * Prints a page that is whole in itself: no script, no network. Left out where the host has no Chromium.
   * Rejects with `report.noBrowser`, `report.notPrinted`, or the signal's reason.
   */
  readonly printPdf?: PrintPdf;
  /** Shows a notice outside of the screens; left out where the host cannot. */
  readonly notify?: (notice: Notice) => void;
  /** Whether this host stays open and tests quietly by itself; left out by a command, which ends. */
  readonly stays?: boolean;
  /** Practice data: attempts and tests of this engine never count in the fleet. */
  readonly practice: boolean;
}
