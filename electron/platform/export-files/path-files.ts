import { join } from 'node:path';
import type { ExportFiles } from '../../engine/kernel/ports.ts';
import { openFileSink } from './file-sink.ts';
import type { FileTarget } from './file-sink.ts';
import type { PartRecords } from './part-records.ts';

/** Where files go without asking: under the name that each suggests, or as one that was named. */
export type ChosenPath = { readonly folder: string } | FileTarget;

/** Writes exports where the caller of a command said. */
export function createPathFiles(chosen: ChosenPath, records: PartRecords): ExportFiles {
  return {
    choose: ({ name, isEmpty = false }) => ({
      download: null,
      opened: openFileSink(
        'folder' in chosen
          ? { path: join(chosen.folder, name), replace: false }
          : { ...chosen, isEmpty },
        records,
      ),
    }),
  };
}
