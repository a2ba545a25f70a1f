import { readdirSync } from 'node:fs';

/** Both databases with SQLite's files beside them, copies that were set aside, and the wrapped key. */
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
