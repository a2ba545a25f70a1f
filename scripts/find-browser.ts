import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { knownBrowsers, placesOf } from '../electron/platform/browsers/browsers.ts';

/** What a person has to do when no browser was found. */
export const missingBrowserSentence =
  'No browser for the end-to-end tests was found: run "npx playwright install chromium", ' +
  'or on Debian "apt-get install chromium", then try again.';

/**
 * Finds the Chromium that tests, tour and pictures drive: `EVERGRANT_CHROMIUM`, the system's own,
 * or the one that Playwright has downloaded.
 *
 * @returns its path, or undefined where there is none.
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

/** Where Linux distributions put their own Chromium. */
function systemPlaces(): string[] {
  if (process.platform !== 'linux') return [];
  const own = knownBrowsers.filter(({ id }) => id === 'chromium');
  return own.flatMap((browser) => placesOf(browser, process));
}
