import { problemFromFileError } from '../engine/errors/file-error.ts';
import { makeFolder } from '../engine/store/database/make-folder.ts';

/**
 * Creates a folder that only its owner can access.
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
