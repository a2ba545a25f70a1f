import { readdirSync } from 'node:fs';

/** Our two databases with what SQLite keeps beside them, copies that were set aside, and the wrapped key. */
const ours = /^(?:(?:ledger|directory)(?:\.damaged-\d+)?\.db(?:-wal|-shm)?|key\.json)$/;

/**
 * Names of the files of a data folder that show that Evergrant has kept data in it, sorted; none where
 * there is no such folder.
 */
export function ownFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => ours.test(name))
      .toSorted();
  } catch {
    return [];
  }
}
