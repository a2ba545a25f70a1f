import { open } from 'node:fs/promises';

/**
 * Writes a text to a file that only its owner can read, whatever the umask: it may name people, customers and
 * reasons. `replace` overwrites an existing file and removes other accounts' read access. Rejects with the
 * system's error, `EEXIST` if the file must be new.
 */
export async function writePrivateFile(
  path: string,
  text: string,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const file = await open(path, replace ? 'w' : 'wx', 0o600);
  try {
    // A pipe or a device has its own rights, which Evergrant must not change.
    if ((await file.stat()).isFile()) await file.chmod(0o600);
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
