import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** What a person has to do when no browser was found. */
export const missingBrowserSentence =
  'No browser for the end-to-end tests was found: run "npx playwright install chromium", ' +
  'or on Debian "apt-get install chromium", then try again.';

/** Where Linux distributions put their own Chromium. */
const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/**
 * Finds the Chromium that tests, tour and pictures drive: `EVERGRANT_CHROMIUM`, the system's own,
 * or the one that Playwright has downloaded.
 *
 * @returns its path, or undefined where there is none.
 */
export function findBrowser(
  candidates: readonly (string | undefined)[] = [
    process.env['EVERGRANT_CHROMIUM'],
    ...systemPaths,
    chromium.executablePath(),
  ],
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  return candidates.find((path) => path !== undefined && path !== '' && exists(path));
}
