import type { ExportJob } from '../../contract/export.ts';

/** A file that another room makes. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly format: ExportJob['format'];
  /** It holds nothing that is worth keeping. */
  readonly isEmpty?: boolean;
  /** Makes the bytes; `counted` hears of rows. */
  readonly bytes: (counted: (rows: number) => void) => AsyncIterable<Uint8Array>;
  /** Keeps what became of it, however it ended. */
  readonly record: (ended: ExportJob) => Promise<void>;
}
