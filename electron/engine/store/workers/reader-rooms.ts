import { join } from 'node:path';
import { openDatabase } from '../database/open.ts';
import { createComparisonQueries } from '../directory/compare/comparison-queries.ts';
import { createGroupQueries } from '../directory/read/group-queries.ts';
import { createPersonQueries } from '../directory/read/person-queries.ts';
import { createPolicyQueries } from '../directory/policies/policy-queries.ts';
import type { Database } from '../database/open.ts';
import { damaged, directoryFile } from '../database/store-error.ts';
import { isUnusable } from './open-directory.ts';
import type { StoreFolder } from './store-folder.ts';

/** Opens the directory read-only; the writer has migrated it to the newest schema. */
export function openReaderRooms({ folder, key }: StoreFolder) {
  const path = join(folder, directoryFile);
  const { directory, rooms } = openOrDamaged(path, key);
  return {
    rooms,
    fileOf: (): string => path,
    close: (): void => {
      directory.close();
    },
  };
}
export type ReaderRooms = ReturnType<typeof openReaderRooms>['rooms'];

/** The writer opened it with this key and the newest schema: if either doesn't fit, the file has changed. */
function openOrDamaged(path: string, key: Uint8Array) {
  let directory: Database | null = null;
  try {
    directory = openDatabase(path, { key, readonly: true, cacheMiB: 64 });
    const rooms = {
      groups: createGroupQueries(directory),
      people: createPersonQueries(directory),
      comparisons: createComparisonQueries(directory),
      policies: createPolicyQueries(directory),
    };
    return { directory, rooms };
  } catch (error) {
    directory?.close();
    throw isUnusable(error) ? damaged(path, error) : error;
  }
}
