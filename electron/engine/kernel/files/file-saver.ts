import type { SavedFile } from '../../../contract/replacement.ts';
import { CancelledError } from '../../errors/evergrant-error.ts';
import type { ExportFile, ExportFiles, ExportSink, Log } from '../ports.ts';

/** A small file, complete in memory before the host asks where to save it. */
export interface SmallFile extends ExportFile {
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array;
}

/** Saves small files through the host: certificates, connectors without credential, reports. */
export interface FileSaver {
  /**
   * Both parts of the result are null when the person cancels. `written` is called when the file is
   * complete: before the result on hosts that write it themselves, otherwise when a browser has
   * downloaded it.
   *
   * Errors: `export.notWritten`, and any error that `written` throws.
   */
  save(file: SmallFile, written?: () => Promise<void>): Promise<SavedFile>;
  /** Rejects pending downloads. */
  close(): void;
}

/** A file of our own format in the form that the host accepts. */
export function jsonFile(made: { readonly fileName: string; readonly text: string }): SmallFile {
  return { name: made.fileName, mediaType: 'application/json', content: made.text };
}

/** Makes the service; `files` saves through the host. */
export function createFileSaver(ports: {
  readonly files: ExportFiles;
  readonly log: Log;
}): FileSaver {
  const closing = new AbortController();
  return {
    save: async ({ name, mediaType, content }, written = () => Promise.resolve()) => {
      const { download, opened } = ports.files.choose({ name, mediaType }, closing.signal);
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      const whole = write(opened, bytes, written);
      if (download === null) return { download, path: await whole };
      whole.catch(() => ports.log.warn('file.notTaken'));
      return { download, path: null };
    },
    close: () => closing.abort(new CancelledError()),
  };
}

async function write(
  opened: Promise<ExportSink | null>,
  bytes: Uint8Array,
  written: () => Promise<void>,
): Promise<string | null> {
  const sink = await opened;
  if (sink === null) return null;
  let path: string | null;
  try {
    await sink.write(bytes);
    path = await sink.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  }
  await written();
  return path;
}
