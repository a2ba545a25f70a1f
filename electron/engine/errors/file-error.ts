import { EvergrantError } from './evergrant-error.ts';

/** The system's error codes for a full disk or an exceeded quota. */
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/**
 * The problem when the system refused access to the data folder or a file in it; null when the error
 * is not the system's. Node's error codes are those of errno(3).
 */
export function problemFromFileError(error: unknown, folder: string): EvergrantError | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  const reason = String(error.code);
  return fullCodes.has(reason)
    ? new EvergrantError('store.full', { params: { folder }, retry: 'after', cause: error })
    : new EvergrantError('store.folderUnusable', {
        params: { folder, reason },
        retry: 'after',
        cause: error,
      });
}
