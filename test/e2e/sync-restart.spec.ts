import { expect } from '@playwright/test';
import { callsTo, recordOf } from './support/directory-record.ts';
import { test } from './support/story.ts';

test.use({ customers: ['large'] });

test('a sync that a crash broke off goes on where it was', async ({
  cloud,
  office,
  technician,
}) => {
  const { page } = technician;
  const { primaryDomain } = cloud.customer('large');
  const { counts } = await recordOf(cloud, 'large');
  const groupsOfPage = 20;
  const pages = counts.groups / groupsOfPage;
  const settings = { pageSizes: { deltaGroups: groupsOfPage } };
  // Stops the sync at the same place on fast and slow machines.
  const slowDown = { type: 'throttled', endpoint: 'groups/delta', after: 5, retryAfter: 300 };
  await cloud.control('POST', '/faults', { ...settings, faults: [slowDown] });
  const openGroups = async (): Promise<void> => {
    await technician.openCustomer(primaryDomain);
    await page.getByRole('link', { name: 'Groups of this customer' }).click();
  };
  const syncButton = page.getByRole('button', { name: 'Sync', exact: true });
  const groupsRead = page
    .getByRole('definition')
    .filter({ has: page.locator('xpath=preceding-sibling::dt[text()="Groups"]') });

  await openGroups();
  await syncButton.click();
  await expect(page.getByText('Reading groups and memberships')).toBeVisible();
  await expect(groupsRead).toHaveText(/^[1-9]\d*$/);
  await office.host.kill();
  await expect(page.getByText('The connection to Evergrant was lost')).toBeVisible();

  await office.startAgain();
  await office.open(technician);
  await openGroups();
  // Another process could still be running the sync until it has been silent for a minute.
  await page.getByRole('button', { name: 'Cancel sync' }).click();
  await expect(page.getByText(/^The sync wasn’t canceled: it’s running in another/)).toBeVisible();
  await office.host.jump(2 * 60_000);
  await expect(page.getByText(/^The last sync was interrupted/)).toBeVisible();
  await expect(page.getByText('The next sync continues where it stopped')).toBeVisible();

  await cloud.control('POST', '/requests/clear');
  await cloud.control('POST', '/faults', settings);
  await syncButton.click();
  await expect(page.getByText(/^Synced /)).toBeVisible();
  const number = (value: number): string => value.toLocaleString('en-GB');
  await expect(page.getByText(/people, .* groups, .* memberships/)).toHaveText(
    `${number(counts.users)} people, ${number(counts.groups)} groups, ${number(counts.memberships)} memberships`,
  );
  await expect(page.getByText(`${number(counts.groups)} groups`, { exact: true })).toBeVisible();
  const asked = (await callsTo(cloud, 'graph')).filter((route) => route === 'groups/delta');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThan(pages);
});
