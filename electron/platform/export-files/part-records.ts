import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../engine/store/database/make-folder.ts';

/** The record of a file that is being written. */
const record = z.object({ pid: z.number().int().positive(), part: z.string() });

/**
 * Records unfinished exports, so that those of a process that died are removed at the next start: they hold
 * customers' data in clear text.
 */
export interface PartRecords {
  /** Records that a file is being written; call the returned function when it is removed or complete. */
  begin(id: string, part: string): Promise<() => Promise<void>>;
}

/** Stores the records in the data folder, and removes what ended processes left behind. */
export function openPartRecords(folder: string): PartRecords {
  const swept = sweep(folder);
  return {
    async begin(id, part) {
      await swept;
      const file = join(folder, `${id}.json`);
      makeFolder(folder);
      await writeFile(file, JSON.stringify({ pid: process.pid, part }), { mode: 0o600 });
      return () => rm(file, { force: true });
    },
  };
}

async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.map((name) => sweepOne(join(folder, name)).catch(() => undefined)));
}

async function sweepOne(file: string): Promise<void> {
  const left = record.parse(JSON.parse(await readFile(file, 'utf8')));
  if (runs(left.pid)) return;
  await rm(left.part, { force: true });
  await rm(file, { force: true });
}

/** Whether a process exists. One of another user counts: it can't be signaled, but it runs. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
