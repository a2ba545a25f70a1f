import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { groupsContaining } from './support/directory-record.ts';
import { test } from './support/story.ts';
import type { Technician } from './support/technician.ts';

test.use({ customers: ['odd', 'healthy'] });

const rows = (page: Page, table: string) =>
  page.getByRole('table', { name: table }).locator('[data-row]');

async function sync(technician: Technician, domain: string): Promise<void> {
  const { page } = technician;
  await technician.openCustomer(domain);
  await page.getByRole('link', { name: 'Groups of this customer' }).click();
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await expect(page.getByText(/^Synced /)).toBeVisible();
}

test('the picture of nesting opens a group', async ({ cloud, technician }) => {
  const { page } = technician;
  await sync(technician, cloud.customer('odd').primaryDomain);
  await page.getByRole('searchbox', { name: 'Search groups' }).fill('vpn');
  await page.getByRole('link', { name: 'VPN', exact: true }).click();
  const picture = page.getByRole('group', { name: 'Nesting diagram' });
  await expect(picture).toBeVisible();
  await picture.getByRole('link', { name: 'Remote Workers' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Remote Workers' })).toBeVisible();
});

test('who, anywhere, is in a group called VPN?', async ({ cloud, technician }) => {
  const { page } = technician;
  await sync(technician, cloud.customer('odd').primaryDomain);
  const vpn = await groupsContaining(cloud, 'odd', 'vpn');
  await page.goto(`${new URL(page.url()).origin}/#/groups`);
  await page.getByRole('searchbox', { name: 'Search groups' }).fill('vpn');
  await expect(rows(page, 'Groups')).toHaveCount(vpn.length);
  await expect(rows(page, 'Groups').first()).toContainText(cloud.customer('odd').displayName);
  await page.getByRole('button', { name: 'Show ages' }).click();
  const never = page
    .getByRole('listitem')
    .filter({ hasText: cloud.customer('healthy').primaryDomain });
  await expect(never).toContainText('Never synced');
});
