import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../electron/engine/store/database/open.ts';

/** The two files of a data folder: the ledger, which cannot be replaced, and the cache that a sync fills. */
export const storeFiles = ['ledger.db', 'directory.db'] as const;
export type StoreFile = (typeof storeFiles)[number];

/**
 * The outcome of a way to damage a file.
 *
 * - `fine`: Evergrant opens the file and finds everything
 * - `missing`: the file does not exist
 * - `unusable`: the file cannot be opened
 * - `whereRead`: the file may open; the damage shows when its page is read
 * - `notReadable`: the operating system denies access to the file
 * - `newer`: the file is intact and was written by a newer Evergrant
 */
export type Outcome = 'fine' | 'missing' | 'unusable' | 'whereRead' | 'notReadable' | 'newer';

/** One way to damage a file. */
export interface Way {
  /** Completes a sentence that starts with the file's name: "ledger.db is empty". */
  readonly name: string;
  readonly comesTo: Outcome;
  /** Why this computer can't try it; false if it can. */
  readonly notHere: string | false;
  /** Damages the file at this path; `key` is that of its data. */
  does(file: string, key: Uint8Array): void;
}

const pageSize = 4096;
const onWindows = process.platform === 'win32';
const asRoot = process.getuid?.() === 0;

function way(
  name: string,
  comesTo: Outcome,
  does: Way['does'],
  notHere: Way['notHere'] = false,
): Way {
  return { name, comesTo, does, notHere };
}

/** Ways that change or truncate the bytes. */
const bytes: readonly Way[] = [
  way('is missing', 'missing', (file) => rmSync(file)),
  way('is empty', 'unusable', (file) => truncateSync(file, 0)),
  way('is cut to half', 'unusable', (file) =>
    truncateSync(file, Math.floor(statSync(file).size / 2 / pageSize) * pageSize),
  ),
  way('is cut to one page', 'unusable', (file) => truncateSync(file, pageSize)),
  way('is cut within a page', 'unusable', (file) => truncateSync(file, pageSize * 2 + 100)),
  way('has a changed bit in its first page', 'unusable', (file) => flip(file, 100)),
  way('has a changed bit in its middle', 'whereRead', (file) =>
    flip(file, Math.floor(statSync(file).size / 2)),
  ),
  way('has a changed bit in its last page', 'whereRead', (file) =>
    flip(file, statSync(file).size - 10),
  ),
  way('has a changed bit in every table', 'whereRead', (file, key) => {
    flipTables(file, key, 'true');
  }),
  way('has a changed bit in every table but the search index', 'whereRead', (file, key) => {
    flipTables(file, key, `tbl_name NOT LIKE '%search%'`);
  }),
  way('has garbage at its end', 'fine', (file) => appendFileSync(file, Buffer.alloc(5000, 7))),
  way('is a text', 'unusable', (file) => writeFileSync(file, 'Dear colleague\n'.repeat(2000))),
  way('is zeros', 'unusable', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))),
];

/** Ways that put something else in place of the file. */
const places: readonly Way[] = [
  way('is a database with another key', 'unusable', (file) => {
    rmSync(file);
    const other = openDatabase(file, { key: new Uint8Array(32).fill(9) });
    other.exec('CREATE TABLE note (text TEXT)');
    other.close();
  }),
  way('is a folder', 'unusable', (file) => {
    rmSync(file);
    mkdirSync(file);
  }),
  way(
    'is a link that leads nowhere',
    'missing',
    (file) => {
      rmSync(file);
      symlinkSync(path.join(path.dirname(file), 'unmounted', 'file.db'), file);
    },
    onWindows && 'Windows makes links for administrators only',
  ),
  way(
    'can’t be read',
    'notReadable',
    (file) => chmodSync(file, 0o000),
    asRoot && 'root reads and writes every file, whatever its rights say',
  ),
];

/** Ways that change the files next to it, or its metadata. */
const surroundings: readonly Way[] = [
  way('has garbage for its -wal', 'fine', (file) =>
    writeFileSync(`${file}-wal`, Buffer.alloc(9000, 7)),
  ),
  way('has garbage for its -shm', 'fine', (file) =>
    writeFileSync(`${file}-shm`, Buffer.alloc(40_000, 7)),
  ),
  way('has lost a -wal of which a -shm is left', 'fine', (file, key) => {
    const database = openDatabase(file, { key });
    database.exec('CREATE TABLE note (text TEXT); DROP TABLE note');
    const shm = readFileSync(`${file}-shm`);
    database.close();
    writeFileSync(`${file}-shm`, shm);
  }),
  way('states an older version than it has', 'unusable', stateVersion(1)),
  way('states no version', 'unusable', stateVersion(0)),
  way('states a newer version', 'newer', stateVersion(999)),
];

/** Every way, in the order of docs/damaged-files.md. */
export const ways: readonly Way[] = [...bytes, ...places, ...surroundings];

/** The ways that this process can try; the others are printed with the reason. */
export function waysHere(file: StoreFile): readonly Way[] {
  return ways.filter((way) => isTried(file, way, way.notHere === false));
}

/**
 * The ways that a separate process can try.
 *
 * @param isBoundByRights whether the process can be started so that file permissions apply to it
 */
export function waysOfProcesses(file: StoreFile, isBoundByRights: boolean): readonly Way[] {
  return ways.filter((way) => {
    const possible = way.comesTo === 'notReadable' ? isBoundByRights : way.notHere === false;
    return isTried(file, way, possible);
  });
}

function isTried(file: StoreFile, { name, notHere }: Way, possible: boolean): boolean {
  // oxlint-disable-next-line no-console -- what can't be tried on this machine is reported
  if (!possible) console.info(`${file} that ${name} is not tried: ${notHere}`);
  return possible;
}

function flip(file: string, offset: number): void {
  const content = readFileSync(file);
  content[offset] = (content[offset] ?? 0) ^ 1;
  writeFileSync(file, content);
}

/** Flips a bit in the first page of each table and index that matches the condition. */
function flipTables(file: string, key: Uint8Array, condition: string): void {
  const database = openDatabase(file, { key });
  const query = `SELECT rootpage FROM sqlite_master WHERE rootpage > 1 AND ${condition}`;
  const pages = database.prepare(query).pluck().all().map(Number);
  database.close();
  for (const page of pages) flip(file, (page - 1) * pageSize + 50);
}

function stateVersion(version: number): Way['does'] {
  return (file, key) => {
    const database = openDatabase(file, { key });
    database.pragma(`user_version = ${version}`);
    database.close();
  };
}
