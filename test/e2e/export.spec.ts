import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { expectAccessible } from './support/accessible.ts';
import { recordOf } from './support/directory-record.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';

test.use({ customers: ['odd'] });

test('all groups as CSV through the browser: the rows are those of the cloud’s own record', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  await syncCustomer(technician, cloud.customer('odd').primaryDomain);
  const record = await recordOf(cloud, 'odd');
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: /^All groups of/ }).click();
  await page.getByRole('textbox', { name: 'Ticket number (optional)' }).fill('INC-4711');
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  await expect(page.locator('[data-export="finished"]')).toBeVisible();
  await expect(page.locator('[data-export]')).toContainText(`${record.counts.groups} rows`);
  expect(download.suggestedFilename()).toContain('INC-4711');
  const rows = z
    .array(z.object({ groupId: z.string() }))
    .parse(parse(await readFile(await download.path()), { bom: true, columns: true }));
  expect(rows.map(({ groupId }) => groupId).toSorted()).toEqual(
    [...record.memberships.keys()].toSorted(),
  );
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await technician.go('Activity');
  await expect(page.locator('[data-action="exported"]')).toBeVisible();
});
