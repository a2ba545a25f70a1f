import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { knownBrowsers, placesOf } from '../electron/platform/browsers/browsers.ts';

/** What to do when no browser was found. */
export const missingBrowserSentence =
  'No browser for the end-to-end tests was found: run "npx playwright install chromium", ' +
  'or on Debian "apt-get install chromium", then try again.';

/**
 * Finds the Chromium for tests, tour and pictures: `EVERGRANT_CHROMIUM`, the system's own, or the one that
 * Playwright has downloaded.
 *
 * @returns its path, or undefined if there is none.
 */
export function findBrowser(
  candidates: readonly (string | undefined)[] = [
    process.env['EVERGRANT_CHROMIUM'],
    ...systemPlaces(),
    chromium.executablePath(),
  ],
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  return candidates.find((path) => path !== undefined && path !== '' && exists(path));
}

/** The paths of Chromium on Linux distributions. */
function systemPlaces(): string[] {
  if (process.platform !== 'linux') return [];
  const own = knownBrowsers.filter(({ id }) => id === 'chromium');
  return own.flatMap((browser) => placesOf(browser, process));
}
