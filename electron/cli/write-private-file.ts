import { open } from 'node:fs/promises';

/**
 * Writes a text to a file that only its owner can read, whatever the umask: it may name people, customers and
 * reasons. `replace` writes over what is there; what was readable by others is not any longer. Rejects with the
 * system's error, `EEXIST` where the file must be new.
 */
export async function writePrivateFile(
  path: string,
  text: string,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const file = await open(path, replace ? 'w' : 'wx', 0o600);
  try {
    // A pipe or a device has its own rights, which are not ours to change.
    if ((await file.stat()).isFile()) await file.chmod(0o600);
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
