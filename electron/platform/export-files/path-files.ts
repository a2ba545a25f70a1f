import { join } from 'node:path';
import type { ExportFiles } from '../../engine/kernel/ports.ts';
import { openFileSink } from './file-sink.ts';
import type { FileTarget } from './file-sink.ts';
import type { PartRecords } from './part-records.ts';

/** Saves files without asking: under each file's suggested name, or under a given one. */
export type ChosenPath = { readonly folder: string } | FileTarget;

/** Writes exports where the command's arguments say. */
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
