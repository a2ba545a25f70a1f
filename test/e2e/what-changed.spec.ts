import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { expectAccessible } from './support/accessible.ts';
import { busyDay } from './support/busy-day.ts';
import { membershipChanges, recordOf } from './support/directory-record.ts';
import { test } from './support/story.ts';
import { syncAgain, syncCustomer } from './support/sync.ts';

test.use({ customers: ['odd'] });

/** The rows of a list of changes: the kind of each change, its link, and its text. */
async function changesIn(page: Page, list: string, count: number) {
  await page.getByRole('tab', { name: `${list} (${count})` }).click();
  const rows = page.getByRole('table', { name: list }).locator('[data-row]');
  await expect(rows).toHaveCount(count);
  await expect(rows.first().locator('[data-change]')).toBeVisible();
  return await rows.evaluateAll((all) =>
    all.map((row) => ({
      change: row.querySelector('[data-change]')?.getAttribute('data-change'),
      leadsTo: row.querySelector('a')?.getAttribute('href')?.split('/').at(-1),
      words: row.textContent,
    })),
  );
}

/** Exports the changed memberships as CSV; returns those of one kind of change, each as `GROUP MEMBER`. */
async function exportedMemberships(page: Page): Promise<(change: string) => ReadonlySet<string>> {
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('radio', { name: 'Memberships added and removed' })).toBeChecked();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  await expect(page.locator('[data-export="finished"]')).toBeVisible();
  const rows = z
    .array(z.object({ change: z.string(), groupId: z.string(), memberId: z.string() }))
    .parse(parse(await readFile(await download.path()), { bom: true, columns: true }));
  await page.getByRole('button', { name: 'Close' }).click();
  return (change) =>
    new Set(
      rows
        .filter((row) => row.change === change)
        .map(({ groupId, memberId }) => `${groupId} ${memberId}`),
    );
}

test('what changed between two syncs is what the cloud’s own record says', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const { primaryDomain } = cloud.customer('odd');
  await syncCustomer(technician, primaryDomain);
  const before = await recordOf(cloud, 'odd');
  const { vpn, crew, newcomer, married } = await busyDay(cloud);
  const after = await recordOf(cloud, 'odd');
  const memberships = membershipChanges(before, after);
  await syncAgain(technician);
  await expectAccessible(page);

  expect(await changesIn(page, 'Groups', 3)).toEqual(
    expect.arrayContaining([
      { change: 'added', leadsTo: crew, words: expect.stringContaining('Night crew') },
      { change: 'removed', leadsTo: undefined, words: expect.stringContaining('Only Guests') },
      { change: 'renamed', leadsTo: vpn, words: expect.stringContaining('VPN access was “VPN”') },
    ]),
  );
  expect(await changesIn(page, 'People', 3)).toEqual(
    expect.arrayContaining([
      { change: 'added', leadsTo: newcomer, words: expect.stringContaining('Robin New') },
      { change: 'removed', leadsTo: undefined, words: expect.stringContaining('Kim Left') },
      {
        change: 'renamed',
        leadsTo: married.id,
        words: expect.stringContaining('Jane Carter was “Jane Okafor”'),
      },
    ]),
  );
  const moved = memberships.added.size + memberships.removed.size;
  const rows = await changesIn(page, 'Memberships', moved);
  for (const change of ['added', 'removed'] as const) {
    expect(rows.filter((row) => row.change === change)).toHaveLength(memberships[change].size);
  }
  await expectAccessible(page);
  const exported = await exportedMemberships(page);
  expect(exported('added')).toEqual(memberships.added);
  expect(exported('removed')).toEqual(memberships.removed);

  await page.getByRole('searchbox', { name: 'Search changed memberships' }).fill('layla');
  await expect(page.getByRole('table', { name: 'Memberships' }).locator('[data-row]')).toHaveCount(
    1,
  );

  const kind = page.getByRole('combobox', { name: 'Kind of change' });
  await kind.selectOption('removed');
  await page.reload();
  await expect(page.getByRole('tab', { name: /^Memberships/, selected: true })).toBeVisible();
  await expect(kind).toHaveValue('removed');
});
