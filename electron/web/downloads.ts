import { EvergrantError } from '../engine/errors/evergrant-error.ts';
import type { ExportFile, ExportFiles, ExportSink, Random } from '../engine/kernel/ports.ts';

/** The path prefix under which exports are downloaded. */
export const downloadPath = '/exports/';

/** How much of a file is buffered for a slow browser, in bytes. */
const mostWaiting = 256 * 1024;

/** A file that a browser has requested. */
export interface Download {
  readonly file: ExportFile;
  readonly body: ReadableStream<Uint8Array>;
}

/** Exports on their way to browsers: generated while they are downloaded, never stored. */
export interface Downloads extends ExportFiles {
  /**
   * Starts the download of a path, once; null when there is none (any more). `breakOff` destroys the
   * connection: an error in the body would look like a normal end to the browser.
   */
  take(token: string, breakOff: () => void): Download | null;
}

/** Holds the paths that wait for their browser in memory: they end with the host. */
export function createDownloads(random: Random): Downloads {
  const waiting = new Map<string, (sink: ExportSink) => ExportFile>();
  return {
    choose(file, signal) {
      const token = Buffer.from(random.bytes(32)).toString('base64url');
      const { promise: opened, resolve } = Promise.withResolvers<ExportSink | null>();
      const giveUp = (): void => {
        waiting.delete(token);
        resolve(null);
      };
      waiting.set(token, (sink) => {
        waiting.delete(token);
        signal.removeEventListener('abort', giveUp);
        resolve(sink);
        return file;
      });
      signal.addEventListener('abort', giveUp, { once: true });
      return { download: `${downloadPath}${token}`, opened };
    },
    take(token, breakOff) {
      const begin = waiting.get(token);
      if (!begin) return null;
      const { sink, body } = openDownload(breakOff);
      return { file: begin(sink), body };
    },
  };
}

/**
 * A sink whose bytes come out of `body`; canceling breaks the connection, so that the browser gets no
 * complete file.
 */
function openDownload(breakOff: () => void): {
  readonly sink: ExportSink;
  readonly body: ReadableStream<Uint8Array>;
} {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    undefined,
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  const writer = writable.getWriter();
  writer.closed.catch(() => undefined);
  const orBrokenOff = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (cause) {
      throw new EvergrantError('export.brokenOff', { retry: 'now', cause });
    }
  };
  const sink: ExportSink = {
    write: (bytes) => orBrokenOff(writer.write(bytes)),
    async commit() {
      await orBrokenOff(writer.close());
      return null;
    },
    async abort() {
      breakOff();
    },
  };
  return { sink, body: readable };
}

/** The header that makes a browser save a file under its name (RFC 6266 §4.3, RFC 8187). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.()-]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
