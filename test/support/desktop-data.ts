import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';

/** A separate data folder for a test, with a key file next to it, so that no keyring is used. */
export interface DesktopData {
  readonly dataDir: string;
  /** The desktop's options that point to both. */
  readonly args: readonly string[];
}

/** Tests of the desktop: each starts with an empty data folder, which is removed afterwards. */
export const desktopTest = base.extend<{ readonly data: DesktopData }>({
  // Playwright reads the required fixtures from the destructuring pattern.
  // oxlint-disable-next-line no-empty-pattern
  data: async ({}, provide) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'evergrant-desktop-'));
    const keyFile = path.join(dataDir, 'story.key');
    await writeFile(keyFile, randomBytes(32), { mode: 0o600 });
    await provide({ dataDir, args: ['--data-dir', dataDir, '--key-file', keyFile] });
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  },
});
