import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** How far something scrolls beyond what is in it, px. */
export interface Overhang {
  /** The window itself, which never scrolls. */
  readonly window: number;
  /** The part of it that scrolls. */
  readonly main: number;
}

/** How far the window, and the part of it that scrolls, reach beyond what is in them, px. */
export async function overhangOf(page: Page): Promise<Overhang> {
  return await page.locator(':root').evaluate((root) => {
    const main = root.querySelector('main');
    const beyond = root.scrollHeight - (root.ownerDocument.defaultView?.innerHeight ?? 0);
    if (main === null) return { window: beyond, main: 0 };
    const { top } = main.getBoundingClientRect();
    const end = (main.firstElementChild ?? main).getBoundingClientRect().bottom + main.scrollTop;
    const room = Math.max(main.clientHeight, Math.ceil(end - top));
    return { window: beyond, main: main.scrollHeight - room };
  });
}

/** Expects that neither the window nor the part of it that scrolls goes further than what is in them. */
export async function expectNoOverhang(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize();
  for (const size of [
    { width: 1024, height: 700 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    // What is measured at another size is drawn a moment later.
    await expect
      .poll(async () => {
        const { window, main } = await overhangOf(page);
        return { window: Math.max(0, window), main: Math.max(0, main) };
      }, `${name} at ${size.width} × ${size.height}`)
      .toEqual({ window: 0, main: 0 });
  }
  if (usual !== null) await page.setViewportSize(usual);
}
