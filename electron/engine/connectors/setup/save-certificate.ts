import { CancelledError } from '../../errors/evergrant-error.ts';
import type { ExportFiles, Log } from '../../ports.ts';

/** Where a saved certificate is, or the path from which a browser takes it; both null when the person wants none. */
export interface SavedCertificate {
  readonly download: string | null;
  readonly path: string | null;
}

/** Gives certificates, and connectors without credential, to the host as files: both may lie anywhere. */
export interface CertificateFiles {
  /** Errors: `export.notWritten`. */
  save(name: string, text: string, mediaType?: string): Promise<SavedCertificate>;
  /** Nobody comes for what waits. */
  close(): void;
}

/** Makes the service on the host's way with files. */
export function createCertificateFiles(ports: {
  readonly files: ExportFiles;
  readonly log: Log;
}): CertificateFiles {
  const closing = new AbortController();
  return {
    save: async (name, text, mediaType = 'application/x-pem-file') => {
      const file = { name, mediaType };
      const { download, opened } = ports.files.choose(file, closing.signal);
      const written = write(opened, Buffer.from(text, 'utf8'));
      if (download === null) return { download, path: await written };
      written.catch(() => ports.log.warn('setUp.certificateNotTaken'));
      return { download, path: null };
    },
    close: () => closing.abort(new CancelledError()),
  };
}

async function write(
  opened: ReturnType<ExportFiles['choose']>['opened'],
  bytes: Uint8Array,
): Promise<string | null> {
  const sink = await opened;
  if (sink === null) return null;
  try {
    await sink.write(bytes);
    return await sink.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}
