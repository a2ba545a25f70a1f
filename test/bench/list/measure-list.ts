import type { Browser, Page } from 'playwright';
import { costOf, scrollList } from './measured-page.ts';
import type { ActionCost } from './measured-page.ts';

/** Frames of each scripted scroll. */
const scrollFrames = 400;

/**
 * Uses an open groups list as an impatient technician does: scrolls slowly and fast, jumps, pages, types,
 * filters, sorts. `watchPage` must watch the page.
 */
export async function measureList(browser: Browser, page: Page): Promise<readonly ActionCost[]> {
  const search = page.getByRole('searchbox', { name: 'Search groups' });
  const found = page.getByRole('status').filter({ hasText: /^[\d,]+ groups?$/ });
  const costs: ActionCost[] = [];
  const measure = async (
    name: string,
    action: () => Promise<readonly number[] | void>,
  ): Promise<void> => {
    costs.push(await costOf(browser, page, name, action));
  };
  const keys = async (key: string, times: number): Promise<void> => {
    for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key);
  };

  await measure('scroll, 300 px a frame', () => scrollList(page, 300, scrollFrames));
  await measure('scroll, 3,000 px a frame', () => scrollList(page, 3000, scrollFrames));
  await page.getByRole('table', { name: 'Groups' }).locator('[data-row] a').first().focus();
  for (const key of ['End', 'Home', 'End', 'Home']) await measure(key, () => keys(key, 1));
  await measure('PageDown, 60 times', () => keys('PageDown', 60));
  await measure('ArrowDown, 60 times', () => keys('ArrowDown', 60));
  await search.focus();
  for (const words of ['vpn', 'sales 00', 'zzqxyv']) {
    await measure(`type “${words}”`, async () => {
      await page.keyboard.type(words, { delay: 50 });
      await (words === 'zzqxyv' ? page.getByText('No groups match.') : found).waitFor();
    });
    await measure('empty the search', async () => {
      await keys('Backspace', words.length);
      await page.getByRole('table', { name: 'Groups' }).locator('[data-row]').first().waitFor();
    });
  }
  await measure('filter dynamic ones', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Dynamic' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });
  for (const heading of ['Direct members', 'Kind', 'Name']) {
    await measure(`sort by ${heading}`, async () => {
      await page.getByRole('button', { name: heading, exact: true }).click();
      await page
        .getByRole('columnheader', { name: heading })
        .and(page.locator('[aria-sort]'))
        .waitFor();
    });
  }
  return costs;
}
