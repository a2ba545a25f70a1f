import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { groupsContaining, groupsOfPerson, recordOf, waysTo } from './support/directory-record.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';

test.use({ customers: ['odd'] });

test('somebody found by a former address: every way to every group is that of the record', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const { primaryDomain } = cloud.customer('odd');
  await syncCustomer(technician, primaryDomain);
  const record = await recordOf(cloud, 'odd');
  const all = await groupsOfPerson(cloud, 'odd', `jane.okafor@${primaryDomain}`);

  await technician.go('People');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('jane.bell@');
  const row = page.getByRole('table', { name: 'People' }).locator('[data-row]');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(`Found by jane.bell@${primaryDomain}`);
  await page.getByRole('link', { name: 'Jane Okafor' }).click();
  const groups = page.getByRole('table', { name: 'Groups' }).locator('[data-group]');
  await expect(groups).toHaveCount(all.length);
  const jane = page.url().split('/').at(-1) ?? '';

  const whys = page.getByRole('button', { name: /^Why in / });
  for (const why of await whys.all()) await why.click();
  for (const group of all) {
    const wanted = waysTo(record, jane, group);
    expect(wanted.size).toBeGreaterThan(0);
    const shown = page.locator(`[data-way$="${group}"]`);
    await expect(shown).toHaveCount(wanted.size);
    const ways = await shown.evaluateAll((found) =>
      found.map((way) => way.getAttribute('data-way') ?? ''),
    );
    expect(new Set(ways)).toEqual(wanted);
  }
  await expectAccessible(page);
});

test('several of one name are told apart by title and address, and lead to different people', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const { primaryDomain } = cloud.customer('odd');
  await syncCustomer(technician, primaryDomain);
  const [both] = await groupsContaining(cloud, 'odd', 'Two Janes');
  await technician.go('People');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('Jane Smith');
  const rows = page.getByRole('table', { name: 'People' }).locator('[data-row]');
  await expect(rows).toHaveCount(2);
  for (const [title, address] of [
    ['Account Executive', `jane.smith@${primaryDomain}`],
    ['Counsel', `jane.smith2@${primaryDomain}`],
  ] as const) {
    const row = rows.filter({ hasText: title });
    await expect(row).toContainText(address);
    await row.getByRole('link').click();
    await expect(page.getByText(address, { exact: true }).first()).toBeVisible();
    await expect(page.locator(`[data-group="${both}"]`)).toBeVisible();
    await page.goBack();
    await page.getByRole('searchbox', { name: 'Search people' }).fill('Jane Smith');
  }
});
