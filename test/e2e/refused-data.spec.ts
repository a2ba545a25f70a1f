import { randomBytes } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startStoryHost } from '../support/story-host/start-story-host.ts';
import { expectAccessible } from './support/accessible.ts';
import { expectNoOverhang } from './support/overhang.ts';

test('a ledger that is missing is put back, and Try again opens the data without a restart', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-refused-'));
  const dataDir = join(folder, 'data');
  const keyFile = join(folder, 'key');
  await writeFile(keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  const start = () => startStoryHost({ dataDir, keyFile });
  await (await start()).stop();
  const ledger = join(dataDir, 'ledger.db');
  await rename(ledger, join(folder, 'elsewhere.db'));
  const host = await start();
  try {
    await page.goto(await host.link());
    await page.getByRole('button', { name: 'Open Evergrant' }).click();
    const refused = page.getByRole('heading', { name: 'Evergrant can’t open its data' });
    await expect(refused).toBeVisible();
    await expectAccessible(page);
    await expectNoOverhang(page, 'refused');
    const again = page.getByRole('button', { name: 'Try again' });
    const loaded = page.waitForEvent('load');
    await again.click();
    await loaded;
    await expect(refused).toBeVisible();
    await rename(join(folder, 'elsewhere.db'), ledger);
    await again.click();
    await expect(page.getByRole('heading', { name: 'Welcome to Evergrant' })).toBeVisible();
  } finally {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
