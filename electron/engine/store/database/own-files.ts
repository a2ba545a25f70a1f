import { readdirSync } from 'node:fs';

/**
 * Both databases, the files that SQLite keeps beside them, copies that were set aside, and the wrapped key.
 */
const ours = /^(?:(?:ledger|directory)(?:\.damaged-\d+)?\.db(?:-wal|-shm)?|key\.json)$/;

/**
 * Returns the sorted names of files that show that Evergrant has stored data in this folder; empty if the
 * folder doesn't exist.
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
