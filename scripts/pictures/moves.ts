import type { Page } from 'playwright';
import type { State, Studio } from './scene.ts';

/** Presses the first button whose name contains these words. */
export const press =
  (name: string): NonNullable<State['prepare']> =>
  ({ page }) =>
    page.getByRole('button', { name }).first().click();

/** The screen on which the previous state ended. */
export const here = ({ page }: Studio): string => new URL(page.url()).hash.slice(1);

/** Waits for text that a state must show before it is drawn. */
export async function shows(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor();
}

/** The address of a connector's page, by the connector's name. */
export const connectorPage =
  (name: string, below = '') =>
  async ({ page, open }: Studio): Promise<string> => {
    await open('/connectors');
    const link = page.getByRole('main').getByRole('link', { name }).first();
    return `${(await link.getAttribute('href'))?.slice(1) ?? ''}${below}`;
  };
