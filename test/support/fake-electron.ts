import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPackage } from '@electron/asar';

/** Where a packager looks for the fuses of an Electron binary (electronjs.org, tutorial/fuses). */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Version 1 of the fuse wire, its nine fuses, and each fuse's default in Electron. */
const wireVersion = 1;
const shippedFuses = '101100101';

/**
 * Makes a folder that a packager accepts as an unpacked Electron: enough for packing, not for running. It
 * lets packing be tested where Electron's binary is not available.
 *
 * @param name the program's file name, `electron` on Linux.
 */
export async function makeFakeElectron(folder: string, name = 'electron'): Promise<void> {
  const appSource = path.join(folder, '..', 'default-app');
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  await mkdir(path.join(folder, 'locales'), { recursive: true });
  await mkdir(appSource, { recursive: true });
  await writeFile(path.join(appSource, 'main.js'), '');
  await createPackage(appSource, path.join(folder, 'resources', 'default_app.asar'));
  await writeFile(path.join(folder, 'locales', 'en-US.pak'), '');
  await writeFile(path.join(folder, 'LICENSE'), 'made for a test\n');
  await writeFile(
    path.join(folder, name),
    Buffer.concat([
      Buffer.from('not a program '),
      Buffer.from(fuseSentinel),
      Buffer.from([wireVersion, shippedFuses.length]),
      Buffer.from(shippedFuses),
      Buffer.from(' the end'),
    ]),
    { mode: 0o755 },
  );
}
