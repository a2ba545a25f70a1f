import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Suffixes of a database and of SQLite's files beside it, which are useless without it and harm another
 * database.
 */
const besides = ['', '-wal', '-shm'] as const;

/**
 * Renames a database and SQLite's files beside it, so that another database can take its place. Deletes
 * nothing.
 *
 * @returns the new name of the database; null if it didn't exist, even if a file was beside it
 * @throws the system's error, for example where another process has it open on Windows
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

/** Sorted names of the copies of a database that {@link setAside} made, with the files beside them. */
export function setAsideCopies(path: string): readonly string[] {
  const [stem, numbered] = [basename(path, '.db'), /^\.damaged-\d+\.db(?:-wal|-shm)?$/];
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(stem) && numbered.test(name.slice(stem.length)))
    .toSorted();
}

/**
 * Deletes the copies of a database that {@link setAside} made.
 *
 * @returns the names of the deleted files
 * @throws the system's error, for example where another program has one open on Windows
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

/** A link counts even if its target doesn't exist. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
