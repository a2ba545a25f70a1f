import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { test } from './support/story.ts';

test.use({ customers: ['healthy'] });

test('a backup is made in the window; brought in again, it says first that all is here', async ({
  technician,
}) => {
  const { page } = technician;
  const passphrase = 'four words in a row';
  await technician.go('Backup and move');
  await page.getByLabel('Passphrase for this backup').fill(passphrase);
  await page.getByLabel('Enter it again').fill(passphrase);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make backup' }).click();
  const file = await (await downloading).path();
  await expect(page.locator('[data-backup="finished"]')).toBeVisible();

  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByLabel('Passphrase of the backup').fill(passphrase);
  await page.getByRole('button', { name: 'Show what it would restore' }).click();
  const customers = page.locator('[data-subject="customers"]');
  await expect(customers.locator('[data-count="already"]')).toHaveText('1');
  await expect(customers.locator('[data-count="added"]')).toHaveText('0');
  await expect(page.getByText('Evergrant already has everything in it.')).toBeVisible();
  await expectAccessible(page);
});
