import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of a few megabytes. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it until this many bytes are left, or none. */
  fill(left?: number): void;
  /** Removes the filling. */
  free(): void;
  /** Unmounts it. */
  remove(): void;
}

/** Mounts a disk of this size, in mebibytes; returns the reason if that is not possible. */
export function mountSmallDisk(mebibytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'small disks are mounted on Linux only';
  const folder = mkdtempSync(path.join(tmpdir(), 'evergrant-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder];
  const { status, stderr } = spawnSync('mount', options, { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return `this account can't mount a disk: ${(stderr ?? '').trim()}`;
  }
  const filling = path.join(folder, 'filling');
  return {
    folder,
    fill(left = 0) {
      const { bavail, bsize } = statfsSync(folder);
      const file = openSync(filling, 'w');
      try {
        const page = Buffer.alloc(bsize, 7);
        const pages = bavail - Math.ceil(left / bsize);
        for (let count = 0; count < pages; count += 1) writeSync(file, page);
      } finally {
        closeSync(file);
      }
    },
    free: () => truncateSync(filling, 0),
    remove() {
      const { status: code, stderr: why } = spawnSync('umount', [folder], { encoding: 'utf8' });
      if (code !== 0) throw new Error(why);
      rmSync(folder, { recursive: true });
    },
  };
}
