import { expect } from '@playwright/test';
import { recordOf } from './support/directory-record.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';

test.use({
  customers: ['large'],
  // Four windows of rows, on a screen that shows a few dozen.
  cloudArgs: ['--groups', '700', '--memberships', '2000'],
  viewport: { width: 1280, height: 1400 },
});

test('jumps in a long list show the rows of that place, none twice and none left out', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  await syncCustomer(technician, cloud.customer('large').primaryDomain);
  const all = [...(await recordOf(cloud, 'large')).memberships.keys()];
  const table = page.getByRole('table', { name: 'Groups' });
  await expect(table).toHaveAttribute('aria-rowcount', String(all.length + 1));
  const at = (index: number) => table.locator(`[data-row="${index}"]`).getByRole('link');
  const last = all.length - 1;
  /** Which group each visible row links to, recorded over all jumps. */
  const seen = new Map<number, string>();
  const look = async (): Promise<void> => {
    await expect(table.getByText('Loading')).toHaveCount(0);
    const rows = await table.locator('[data-row]').evaluateAll((found) =>
      found.map((row) => ({
        index: Number(row.getAttribute('data-row')),
        group: row.querySelector('a')?.getAttribute('href')?.split('/').at(-1) ?? '',
      })),
    );
    for (const { index, group } of rows.filter((row) => row.group !== '')) {
      expect(seen.get(index) ?? group).toBe(group);
      seen.set(index, group);
    }
  };

  await at(0).focus();
  await page.keyboard.press('End');
  await expect(at(last)).toBeFocused();
  await look();
  await page.keyboard.press('Home');
  await expect(at(0)).toBeFocused();
  await look();
  // The test does not wait until rows are drawn before it presses the next key.
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(at(1)).toBeFocused();
  for (let reached = -1; reached !== last;) {
    const active = table.locator('[data-active="true"]');
    const index = Number(await active.getAttribute('data-row'));
    expect(index).toBeGreaterThan(reached);
    reached = index;
    await expect(at(index)).toBeFocused();
    await look();
    if (index !== last) await page.keyboard.press('PageDown');
  }
  expect(seen.size).toBe(all.length);
  expect(new Set(seen.values())).toEqual(new Set(all));
});
