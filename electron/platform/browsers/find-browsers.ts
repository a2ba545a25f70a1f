import { win32 } from 'node:path';
import { knownBrowsers, placesOf } from './browsers.ts';
import type { KnownBrowser } from './browsers.ts';
import type { Desk } from './desk.ts';

/** An installed browser, with the program to start. */
export interface FoundBrowser {
  readonly browser: KnownBrowser;
  readonly program: string;
}

/** The browsers that are installed on this computer and can be started, in the order of the table. */
export async function findBrowsers(
  desk: Desk,
  wanted: (browser: KnownBrowser) => boolean = () => true,
): Promise<FoundBrowser[]> {
  const usable = knownBrowsers.filter(
    (browser) => wanted(browser) && !(desk.isRoot && browser.isChromium),
  );
  const found = await Promise.all(
    usable.map(async (browser) => ({ browser, program: await programOf(browser, desk) })),
  );
  return found.flatMap(({ browser, program }) => (program === null ? [] : [{ browser, program }]));
}

async function programOf(browser: KnownBrowser, desk: Desk): Promise<string | null> {
  for (const place of placesOf(browser, desk)) {
    if (await desk.exists(place)) return place;
  }
  if (desk.platform !== 'win32') return null;
  const place = await desk.registered(win32.basename(browser.windows));
  // Google Chrome and Chromium may share a program name.
  const isOther = browser.id === 'chromium' || place === null || !(await desk.exists(place));
  return isOther ? null : place;
}
