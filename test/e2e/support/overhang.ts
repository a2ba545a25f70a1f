import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** How far something scrolls beyond its content, px. */
export interface Overhang {
  /** The window itself, which never scrolls. */
  readonly window: number;
  /** The part of the window that scrolls. */
  readonly main: number;
}

/** How far the window and its scrolling part extend beyond their content, px. */
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

/** Expects that neither the window nor its scrolling part extends beyond its content. */
export async function expectNoOverhang(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize();
  for (const size of [
    { width: 1024, height: 700 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    // At a new size, the page is redrawn a moment later.
    await expect
      .poll(async () => {
        const { window, main } = await overhangOf(page);
        return { window: Math.max(0, window), main: Math.max(0, main) };
      }, `${name} at ${size.width} × ${size.height}`)
      .toEqual({ window: 0, main: 0 });
  }
  if (usual !== null) await page.setViewportSize(usual);
}
