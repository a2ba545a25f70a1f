import { problemFromFileError } from '../engine/errors/file-error.ts';
import { makeFolder } from '../engine/store/database/make-folder.ts';

/**
 * Makes a folder of ours for its owner only.
 *
 * @throws EvergrantError `store.folderUnusable`, `store.full`
 */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw problemFromFileError(error, folder) ?? error;
  }
}
