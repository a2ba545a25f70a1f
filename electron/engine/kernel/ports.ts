import type { Worker } from 'node:worker_threads';
import type { Notice } from '../../contract/notice.ts';

/** Milliseconds since 1970 in UTC: the engine's form of every point in time. */
export type Millis = number;

/**
 * One request on the engine's only connection to the network. `caPem` is trusted only for this
 * request's cloud.
 */
export interface NetworkRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly caPem?: string;
  readonly signal?: AbortSignal;
}

/**
 * The network. No cookies, no cache, no stored credentials; a redirect is refused with an error.
 * Rejects with a plain `Error` whose `code` is the system's (`ENOTFOUND`, `ECONNREFUSED`, ...) when
 * there was no answer; any HTTP status is an answer.
 */
export interface Network {
  send(request: NetworkRequest): Promise<Response>;
}

/** A browser installed on this computer. */
export interface InstalledBrowser {
  readonly id: string;
  readonly name: string;
}

/** Opens a web address in the person's own browser. Rejects when no browser could be started. */
export interface Links {
  open(url: string): Promise<void>;
  /** The browsers on this computer that can show a private window; none on a computer without a screen. */
  browsers(): Promise<readonly InstalledBrowser[]>;
  /** Opens the address in a private window, which has no signed-in account. */
  openPrivately(url: string, browserId: string): Promise<void>;
}

export interface Clock {
  now(): Millis;
  /** Resolves after `ms`, or rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  /** A version 4 GUID, lowercase. */
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

/** Starts the worker threads of `store/`, whose files have other paths in a build than in source. */
export interface Workers {
  start(name: 'store-writer' | 'store-reader', workerData: unknown): Worker;
}

/** The engine's data folder and the 32-byte key that opens it. */
export interface DataFolder {
  readonly path: string;
  readonly key: Uint8Array;
  /**
   * A person's confirmation that a ledger can be created although the folder is not empty: they
   * restore a backup, or have just chosen how to store a new key.
   */
  readonly mayMakeLedger?: boolean;
}

/** A file that an export will write. */
export interface ExportFile {
  /** A file name that is valid on every operating system. */
  readonly name: string;
  readonly mediaType: string;
  /** True if the file contains nothing worth keeping: it never overwrites another file. */
  readonly isEmpty?: boolean;
}

/** Receives the bytes of one export. Ends with either `commit` or `abort`. */
export interface ExportSink {
  /** Resolves when it is ready for more. Rejects with `export.notWritten` or `export.brokenOff`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Publishes the complete file under its name; returns its path if the host wrote it. */
  commit(): Promise<string | null>;
  /** Leaves no partial file. */
  abort(): Promise<void>;
}

/** A host's immediate answer to an export: how the file is downloaded, and when it starts. */
export interface ExportPlace {
  /** The path from which a browser downloads it; null on hosts that write files themselves. */
  readonly download: string | null;
  /** Null when the person canceled. Rejects with `export.notWritten`. */
  readonly opened: Promise<ExportSink | null>;
}

/**
 * Saves exported files. The host asks the person for the place, or knows it; an aborted signal
 * cancels the question.
 */
export interface ExportFiles {
  choose(file: ExportFile, signal: AbortSignal): ExportPlace;
}

/** Renders an HTML page as PDF. */
export type PrintPdf = (html: string, signal: AbortSignal) => Promise<Uint8Array>;

/** What a host must provide. */
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
  /** This computer's name, for the certificates made on it. */
  readonly computer: string;
  /** A ticket number for everything that this engine does, for example from a command's option. */
  readonly ticket?: string;
  /** This process's name in leases, unique on this computer. */
  readonly holder: string;
  /** Whether the process with this name has certainly ended; absent if the host can't determine it. */
  readonly isHolderGone?: (holder: string) => boolean;
  /** Whether the operating system reports a network; null or absent if the host can't determine it. */
  readonly online?: () => boolean | null;
  /**
   * Prints a self-contained page (no script, no network). Absent when the host has no Chromium.
   * Rejects with `report.noBrowser`, `report.notPrinted`, or the signal's reason.
   */
  readonly printPdf?: PrintPdf;
  /** Shows a notice outside of the screens; absent when the host can't. */
  readonly notify?: (notice: Notice) => void;
  /** Whether this host stays open and runs quiet tests automatically; absent for a command, which ends. */
  readonly stays?: boolean;
  /** Practice data: attempts and tests of this engine never count in the fleet. */
  readonly practice: boolean;
}
