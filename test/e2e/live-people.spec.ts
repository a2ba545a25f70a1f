import { expect } from '@playwright/test';
import { groupsOfPerson } from './support/directory-record.ts';
import { test } from './support/story.ts';

test.use({ customers: ['odd'] });

test('“which groups is Jane in?” is answered live for a customer that was never synced', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const { primaryDomain } = cloud.customer('odd');
  const jane = `jane.okafor@${primaryDomain}`;
  const groups = await groupsOfPerson(cloud, 'odd', jane);
  await technician.openCustomer(primaryDomain);
  await technician.go('People');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('okaf');
  await page.keyboard.press('Enter');
  const rows = page.getByRole('table', { name: 'People' }).locator('[data-row]');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link').click();
  await expect(page.getByText(/^Live from Microsoft/)).toBeVisible();
  await expect(page.locator('[data-group]')).toHaveCount(groups.length);
  await page.goBack();
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search people' }).fill('nobody "such');
  await page.getByRole('button', { name: 'Search Microsoft' }).click();
  await expect(page.getByText(/^Microsoft found no one/)).toBeVisible();
});
