import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { makeFolder } from '../engine/store/database/make-folder.ts';
import type { Log, LogFields } from '../engine/kernel/ports.ts';

/** A log that is flushed before the process ends. */
export interface FileLog extends Log {
  close(): void;
}

const largestLog = 5 * 1024 * 1024;
const secretField =
  /token|secret|password|passphrase|authorization|cookie|assertion|code_verifier/i;
const jwt = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
const bearer = /\bBearer\s+[\w.~+/-]+=*/gi;
const queryValue = /([?&#](?:code|state|once|client_secret|id_token|access_token)=)[^&\s"]+/gi;

/**
 * Writes `evergrant.log` (JSON lines) into the folder. A file over 5 MB is renamed to `evergrant.1.log` at
 * the next start. The engine already keeps tokens and directory data out of its fields; anything that still
 * looks like one is redacted when it is written.
 *
 * Logging never stops Evergrant: if the log can't be written, its lines are dropped.
 */
export function createFileLog(folder: string, level: pino.Level = 'info'): FileLog {
  const destination = openDestination(folder);
  if (destination === null) return silentLog;
  const logger = pino(
    { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
  const line =
    (write: (fields: LogFields, event: string) => void): Log['info'] =>
    (event, fields) =>
      orDropped(() => write(redact(fields), event));
  return {
    debug: line((fields, event) => logger.debug(fields, event)),
    info: line((fields, event) => logger.info(fields, event)),
    warn: line((fields, event) => logger.warn(fields, event)),
    error: line((fields, event) => logger.error(fields, event)),
    close: () => orDropped(() => destination.end()),
  };
}

const silentLog: FileLog = { debug() {}, info() {}, warn() {}, error() {}, close() {} };

/** Null if the system denies access to the folder or the file. */
function openDestination(folder: string): ReturnType<typeof pino.destination> | null {
  try {
    makeFolder(folder);
    const file = join(folder, 'evergrant.log');
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
      renameSync(file, join(folder, 'evergrant.1.log'));
    }
    const destination = pino.destination({ dest: file, sync: true, mode: 0o600 });
    // A full disk.
    destination.on('error', () => undefined);
    return destination;
  } catch {
    return null;
  }
}

function orDropped(write: () => void): void {
  try {
    write();
  } catch {
    // The disk is full, or the folder is gone: the line is dropped.
  }
}

/** The fields, with every value redacted whose name or form suggests a secret. */
export function redact(fields: LogFields = {}): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (secretField.test(name) && typeof value === 'string') return [name, '[redacted]'];
      return [name, typeof value === 'string' ? redactText(value) : value];
    }),
  );
}

function redactText(text: string): string {
  return text
    .replace(jwt, '[token]')
    .replace(bearer, 'Bearer [token]')
    .replace(queryValue, '$1[redacted]');
}
