import { join } from 'node:path';
import { openDatabase } from '../database/open.ts';
import { createComparisonQueries } from '../directory/compare/comparison-queries.ts';
import { createGroupQueries } from '../directory/group-queries.ts';
import { createPersonQueries } from '../directory/person-queries.ts';
import { createPolicyQueries } from '../directory/policies/policy-queries.ts';
import { directoryFile } from './writer-rooms.ts';
import type { StoreFolder } from './writer-rooms.ts';

/** Opens the directory for reading alone; the writer has brought it to the newest shape. */
export function openReaderRooms({ folder, key }: StoreFolder) {
  const directory = openDatabase(join(folder, directoryFile), {
    key,
    readonly: true,
    cacheMiB: 64,
  });
  return {
    rooms: {
      groups: createGroupQueries(directory),
      people: createPersonQueries(directory),
      comparisons: createComparisonQueries(directory),
      policies: createPolicyQueries(directory),
    },
    close: (): void => {
      directory.close();
    },
  };
}
export type ReaderRooms = ReturnType<typeof openReaderRooms>['rooms'];
