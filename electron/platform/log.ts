import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log, LogFields } from '../engine/ports.ts';

/** A log that is written out before the process ends. */
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
 * Writes `evergrant.log` (JSON lines) into the folder. Past 5 MB the file is put aside as
 * `evergrant.1.log` at the next start. The engine already keeps tokens and directory data out of its
 * fields; what still looks like one is blanked here too.
 */
export function createFileLog(folder: string, level: pino.Level = 'info'): FileLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'evergrant.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
    renameSync(file, join(folder, 'evergrant.1.log'));
  }
  const destination = pino.destination({ dest: file, sync: true, mode: 0o600 });
  const logger = pino(
    { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
  return {
    debug: (event, fields) => logger.debug(redact(fields), event),
    info: (event, fields) => logger.info(redact(fields), event),
    warn: (event, fields) => logger.warn(redact(fields), event),
    error: (event, fields) => logger.error(redact(fields), event),
    close: () => destination.end(),
  };
}

/** The fields with everything blanked that is named, or looks, like a secret. */
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
