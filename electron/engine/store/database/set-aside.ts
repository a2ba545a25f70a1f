import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What SQLite keeps beside a database: of no use without it, and harmful beside another one. */
const besides = ['', '-wal', '-shm'] as const;

/**
 * Renames a database, with what SQLite keeps beside it, so that another can take its place. Nothing is
 * deleted.
 *
 * @returns the new name of the database; null when there was none, even if something was beside it
 * @throws the system's error, for example where another process of Windows has it open
 */
export function setAside(path: string): string | null {
  const name = basename(path, '.db');
  const kept = freeName(dirname(path), name);
  const hadOne = isThere(path);
  for (const beside of besides) {
    if (isThere(path + beside)) renameSync(path + beside, join(dirname(path), kept) + beside);
  }
  return hadOne ? kept : null;
}

/** Names of what {@link setAside} has kept of a database, with what was beside it, sorted. */
export function setAsideCopies(path: string): readonly string[] {
  const [stem, numbered] = [basename(path, '.db'), /^\.damaged-\d+\.db(?:-wal|-shm)?$/];
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(stem) && numbered.test(name.slice(stem.length)))
    .toSorted();
}

/**
 * Deletes what {@link setAside} has kept of a database.
 *
 * @returns the names of the deleted files
 * @throws the system's error, for example where another program of Windows has one open
 */
export function dropSetAside(path: string): readonly string[] {
  const names = setAsideCopies(path);
  for (const name of names) rmSync(join(dirname(path), name), { recursive: true, force: true });
  return names;
}

function freeName(folder: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}.damaged-${number}.db`;
    if (besides.every((beside) => !isThere(join(folder, name) + beside))) return name;
  }
}

/** A link counts whether or not it leads anywhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
