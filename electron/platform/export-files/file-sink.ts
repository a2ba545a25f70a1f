import { constants } from 'node:fs';
import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import type { ExportSink } from '../../engine/kernel/ports.ts';
import { systemRandom } from '../random.ts';
import type { PartRecords } from './part-records.ts';

/** The target of a file, and whether it may replace an existing one: only if a person said so. */
export interface FileTarget {
  readonly path: string;
  readonly replace: boolean;
  /** The replaced file is kept beside the new one, under a name that ends in `.previous`. */
  readonly keepsReplaced?: boolean;
  /** The new file is empty: it never replaces one, whatever the options say. */
  readonly isEmpty?: boolean;
}

/**
 * Writes beside the target to a file whose name ends in `.part` and that only this account can read; renames
 * it when it is complete and flushed to disk. Without `replace`, a taken name gets a number.
 *
 * @throws EvergrantError `export.wouldReplaceWithNothing`; `export.notWritten` with the system's code as
 * `reason`
 */
export async function openFileSink(target: FileTarget, records: PartRecords): Promise<ExportSink> {
  if (target.isEmpty === true && target.replace && (await isThere(target.path))) {
    throw new EvergrantError('export.wouldReplaceWithNothing', { params: { file: target.path } });
  }
  const id = systemRandom.guid();
  const part = `${target.path}.${id.slice(0, 8)}.part`;
  const forget = await orNotWritten(records.begin(id, part));
  let file: FileHandle;
  try {
    file = await open(part, 'wx', 0o600);
  } catch (error) {
    await forget();
    throw notWritten(error);
  }
  const leave = async (): Promise<void> => {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    await forget();
  };
  return {
    async write(bytes) {
      await orNotWritten(file.writeFile(bytes));
    },
    async commit() {
      await orNotWritten(file.sync());
      await orNotWritten(file.close());
      const path = await orNotWritten(show(part, target));
      await forget();
      return path;
    },
    abort: leave,
  };
}

/** False for an empty or missing file: nothing could be lost. */
async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}

/** Gives the complete file its name. */
async function show(part: string, { path, replace, keepsReplaced }: FileTarget): Promise<string> {
  if (replace) {
    if (keepsReplaced === true) await keep(path);
    await rename(part, path);
    return path;
  }
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? path : numbered(path, number);
    if (await take(part, free)) return free;
  }
}

/** Copies the file that is about to be replaced to a free name; overwrites no other file. */
async function keep(path: string): Promise<void> {
  if (!(await isThere(path))) return;
  for (let number = 1; ; number += 1) {
    const free = `${path}${number === 1 ? '' : ` (${number})`}.previous`;
    try {
      await copyFile(path, free, constants.COPYFILE_EXCL);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * Returns false when the name is taken. A hard link never overwrites; disks without hard links are checked
 * first.
 */
async function take(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    if (await stat(path).catch(() => null)) return false;
    await rename(part, path);
    return true;
  }
  await rm(part, { force: true });
  return true;
}

function numbered(path: string, number: number): string {
  const ending = path.endsWith('.scim.json') ? '.scim.json' : extname(path);
  const name = path.slice(dirname(path).length, path.length - ending.length).replace(/^[/\\]/, '');
  return join(dirname(path), `${name} (${number})${ending}`);
}

async function orNotWritten<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw notWritten(error);
  }
}

function notWritten(error: unknown): EvergrantError {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new EvergrantError('export.notWritten', {
    params: { reason },
    retry: 'after',
    cause: error,
  });
}
