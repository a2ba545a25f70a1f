// Plain JavaScript on purpose: it must still run on an old Node.
import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether a folder is there, or can be made, and takes a folder. Node makes its compile cache with every
 * folder above it, and tries without end where a folder cannot be made in one that exists (a dangling link,
 * /proc): each folder is made here once, and the last step decides.
 */
export function takesFolders(folder) {
  const missing = [];
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) {
    if (at === path.dirname(at)) return false;
    missing.push(at);
  }
  for (const one of missing.reverse()) {
    try {
      mkdirSync(one);
    } catch (error) {
      if (error.code !== 'EEXIST') return false;
    }
  }
  try {
    rmdirSync(mkdtempSync(path.join(folder, 'try-')));
    return true;
  } catch {
    return false;
  }
}
