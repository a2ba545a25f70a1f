// Plain JavaScript on purpose: it must also run on an old Node.
import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether a folder exists or can be created, and allows creating folders in it. Node creates its compile
 * cache with all parent folders, and retries endlessly when it can't create a folder in an existing one (a
 * dangling link, /proc). This function tries each folder once, and the last step decides.
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
