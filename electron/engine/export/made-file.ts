import type { ExportJob } from '../../contract/export.ts';

/** A file whose content another room produces. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly format: ExportJob['format'];
  /** Whether the file has no useful content. */
  readonly isEmpty?: boolean;
  /** Produces the bytes; calls `counted` for rows. */
  readonly bytes: (counted: (rows: number) => void) => AsyncIterable<Uint8Array>;
  /** Records the result, however the job ended. */
  readonly record: (ended: ExportJob) => Promise<void>;
}
