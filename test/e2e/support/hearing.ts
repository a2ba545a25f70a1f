import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What a page announces to a screen reader from now on, recorded even if the page removes it. */
export interface Hearing {
  /** Resolves when the page announces this, or if it has already. */
  hears(words: string): Promise<void>;
}

/** Starts to record what appears in the page's live regions. The recording ends with the document. */
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
