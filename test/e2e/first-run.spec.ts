import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { launchFirstRun } from './support/first-run.ts';
import { expectNoOverhang } from './support/overhang.ts';
import { test } from './support/story.ts';

test('on a computer without a keyring, Practice is one click away, and so is the way back', async ({
  page,
}) => {
  const host = await launchFirstRun();
  try {
    await page.goto(await host.link());
    await page.getByRole('button', { name: 'Open Evergrant' }).click();
    await expect(page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
    await expectAccessible(page);
    await expectNoOverhang(page, 'passphrase');
    await page.getByRole('button', { name: 'Try it in Practice' }).click();
    const banner = page.getByRole('region', { name: 'PRACTICE', exact: true });
    await expect(banner).toBeVisible();
    await expect(page.getByRole('table', { name: 'Customers' }).getByRole('row')).toHaveCount(6);
    await expect(page.getByRole('button', { name: 'Open Practice' })).toHaveCount(0);
    await expectNoOverhang(page, 'Practice');
    await page.getByRole('button', { name: 'Leave Practice' }).click();
    await expect(page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  } finally {
    await host.stop();
  }
});

test('a passphrase opens the data, and asks again after a restart', async ({ page }) => {
  const host = await launchFirstRun();
  try {
    await page.goto(await host.link());
    await page.getByRole('button', { name: 'Open Evergrant' }).click();
    await page.getByLabel('New passphrase').fill('correct horse battery');
    await page.getByLabel('Enter it again').fill('correct horse battery');
    await page.getByRole('button', { name: 'Set passphrase' }).click();
    await expect(page.getByRole('heading', { name: 'Welcome to Evergrant' })).toBeVisible();
    await expectNoOverhang(page, 'welcome');
    await host.startAgain();
    await page.goto(await host.link());
    await page.getByRole('button', { name: 'Open Evergrant' }).click();
    await expect(page.getByRole('heading', { name: 'Evergrant is locked' })).toBeVisible();
    await expectNoOverhang(page, 'locked');
    await page.getByRole('button', { name: 'Try it in Practice' }).click();
    const leave = page.getByRole('button', { name: 'Leave Practice' });
    await expect(leave).toBeVisible({ timeout: 30_000 });
    await leave.click();
    await expect(page.getByRole('heading', { name: 'Evergrant is locked' })).toBeVisible();
    await page.getByLabel('Passphrase').fill('wrong horse battery');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('That passphrase doesn’t open the data.')).toBeVisible();
    await page.getByLabel('Passphrase').fill('correct horse battery');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('heading', { name: 'Welcome to Evergrant' })).toBeVisible();
  } finally {
    await host.stop();
  }
});
