import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { test } from './support/story.ts';

test.use({ customers: ['odd'] });

const look = async (page: Page, screen: string): Promise<void> => {
  await test.step(screen, () => expectAccessible(page));
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('axe finds nothing wrong with Customers and Connection', async ({ cloud, technician }) => {
  const { page } = technician;
  await technician.go('Customers');
  await expect(heading(page, 'Customers')).toBeVisible();
  await look(page, 'Customers');

  await technician.openCustomer(cloud.customer('odd').primaryDomain);
  await look(page, 'Connection, not tested yet');
  await technician.test();
  await technician.seesGreen();
  await look(page, 'Connection, green');
  await technician.go('Activity');
  await expect(page.getByText('Permissions tested')).toBeVisible();
  await look(page, 'Activity');
});

test('axe finds nothing wrong with Groups and People', async ({ cloud, technician }) => {
  const { page } = technician;
  await technician.openCustomer(cloud.customer('odd').primaryDomain);
  await page.getByRole('link', { name: 'Groups of this customer' }).click();
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await expect(page.getByText(/^Synced /)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Groups' }).getByRole('link').first()).toBeVisible();
  await look(page, 'Groups');
  await page.getByRole('link', { name: 'Board (hidden members)' }).click();
  await expect(heading(page, 'Board (hidden members)')).toBeVisible();
  await look(page, 'a group whose members are hidden');

  await technician.go('People');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('jane');
  await expect(page.getByRole('table', { name: 'People' }).locator('[data-row]')).toHaveCount(3);
  await look(page, 'People');
  await page.getByRole('link', { name: 'Jane Okafor' }).click();
  await expect(heading(page, 'Jane Okafor')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Groups' })).toBeVisible();
  await look(page, 'a person');
});
