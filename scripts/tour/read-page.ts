import { expect } from '@playwright/test';
import type { Page } from 'playwright';

/** Waits until the sync has ended and reads its counts from the page. Rejects when the sync failed. */
export async function syncedCounts(
  page: Page,
): Promise<{ readonly groups: number; readonly memberships: number }> {
  const said = page
    .getByRole('region', { name: 'Sync' })
    .getByText(/[\d,]+ groups, [\d,]+ memberships/);
  const failed = page.getByRole('region', { name: 'Sync' }).getByRole('alert');
  await expect(said.or(failed)).toBeVisible({ timeout: 120_000 });
  const text = await said.innerText({ timeout: 1_000 });
  const number = (word: string): number =>
    Number(new RegExp(`([\\d,]+) ${word}`).exec(text)?.[1]?.replaceAll(',', '') ?? Number.NaN);
  return { groups: number('groups'), memberships: number('memberships') };
}

/** The row count that a long table reports, once it equals the count in the cloud's record. */
export async function pageCount(page: Page, table: string, wanted: number): Promise<number> {
  const rows = page.getByRole('table', { name: table });
  await expect(rows).toHaveAttribute('aria-rowcount', String(wanted + 1));
  return Number(await rows.getAttribute('aria-rowcount')) - 1;
}

/** IDs of the groups in a person's table. */
export async function groupsInTable(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: 'Groups' }).locator('[data-group]');
  await rows.first().waitFor();
  return await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-group') ?? ''));
}

/** Compares two sets of IDs; throws when they differ. */
export function sameIds(what: string, page: readonly string[], record: readonly string[]): void {
  const [shown, known] = [new Set(page), new Set(record)];
  const more = [...shown.difference(known)];
  const less = [...known.difference(shown)];
  if (more.length > 0 || less.length > 0) {
    throw new Error(`${what}: the page has ${more.length} too many and ${less.length} too few.`);
  }
}
