import path from 'node:path';
import type { Page } from 'playwright';
import { accessibilityFindings } from '../../test/e2e/support/accessible.ts';
import { overhangOf } from '../../test/e2e/support/overhang.ts';

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', width: 1280, height: 800 },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', width: 1024, height: 700 },
  { name: 'forced', colorScheme: 'dark', forcedColors: 'active', width: 1280, height: 800 },
] as const;

/** Sets the window to the look in which states are prepared. */
export async function usualLook(page: Page): Promise<void> {
  const [{ colorScheme, forcedColors, width, height }] = looks;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, forcedColors });
}

/** Draws the window in every look into a folder, and returns the problems found. */
export async function draw(page: Page, folder: string, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia(look);
    // Waits two frames, so that content measured again at the new size is drawn.
    await page.evaluate(
      'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
    );
    await page.screenshot({ path: path.join(folder, `${name}-${look.name}.png`) });
    for (const { id, where } of await accessibilityFindings(page)) {
      const places = where.map((html) => html.slice(0, 160)).join(' | ');
      faults.push(`${name}-${look.name}: axe ${id}: ${places}`);
    }
    const overhang = await overhangOf(page);
    if (overhang.window > 0 || overhang.main > 0)
      faults.push(
        `${name}-${look.name}: scrolls further than it goes: ${JSON.stringify(overhang)}`,
      );
  }
  await usualLook(page);
  return faults;
}
