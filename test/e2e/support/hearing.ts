import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What a page says to a screen reader from now on, kept although the page takes it away again. */
export interface Hearing {
  /** The page says this, or has said it since. */
  hears(words: string): Promise<void>;
}

/** Begins to listen to what appears in the page's live regions. It ends with the document. */
export async function listenTo(page: Page): Promise<Hearing> {
  const heard = await page.evaluateHandle(() => {
    const said = new Set<string>();
    const listen = (): void => {
      for (const region of document.querySelectorAll('[role="status"]')) {
        said.add(region.textContent);
      }
    };
    new MutationObserver(listen).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return said;
  });
  return {
    hears: (words) =>
      expect
        .poll(async () => (await heard.evaluate((said) => [...said])).join('\n'))
        .toContain(words),
  };
}
