import { join } from 'node:path';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { openDatabase } from '../database/open.ts';
import { createComparisonQueries } from '../directory/compare/comparison-queries.ts';
import { createGroupQueries } from '../directory/group-queries.ts';
import { createPersonQueries } from '../directory/person-queries.ts';
import { createPolicyQueries } from '../directory/policies/policy-queries.ts';
import type { Database } from '../database/open.ts';
import { damaged, directoryFile } from '../database/store-error.ts';
import type { StoreFolder } from './writer-rooms.ts';

/** Opens the directory for reading alone; the writer has brought it to the newest shape. */
export function openReaderRooms({ folder, key }: StoreFolder) {
  const path = join(folder, directoryFile);
  const directory = openOrDamaged(path, key);
  return {
    rooms: {
      groups: createGroupQueries(directory),
      people: createPersonQueries(directory),
      comparisons: createComparisonQueries(directory),
      policies: createPolicyQueries(directory),
    },
    fileOf: (): string => path,
    close: (): void => {
      directory.close();
    },
  };
}
export type ReaderRooms = ReturnType<typeof openReaderRooms>['rooms'];

/** The writer has opened it with this key: if that does not fit now, the bytes have changed. */
function openOrDamaged(path: string, key: Uint8Array): Database {
  try {
    return openDatabase(path, { key, readonly: true, cacheMiB: 64 });
  } catch (error) {
    const isChanged = error instanceof EvergrantError && error.code === 'store.wrongKey';
    throw isChanged ? damaged(path, error) : error;
  }
}
