import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';

/** A data folder of a story's own, with a key beside it, so that no keyring is asked. */
export interface DesktopData {
  readonly dataDir: string;
  /** The desktop's options that lead to both. */
  readonly args: readonly string[];
}

/** Stories of the desktop: each begins with an empty data folder, which is gone afterwards. */
export const desktopTest = base.extend<{ readonly data: DesktopData }>({
  // Playwright reads the fixtures that a fixture needs from the pattern.
  // oxlint-disable-next-line no-empty-pattern
  data: async ({}, provide) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'evergrant-desktop-'));
    const keyFile = path.join(dataDir, 'story.key');
    await writeFile(keyFile, randomBytes(32), { mode: 0o600 });
    await provide({ dataDir, args: ['--data-dir', dataDir, '--key-file', keyFile] });
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  },
});
