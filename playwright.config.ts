import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import type { Project } from '@playwright/test';
import { findBrowser, missingBrowserSentence } from './scripts/find-browser.ts';
import { browserArgs } from './test/e2e/support/browser-args.ts';

/** Asks for a real Electron: without its binary the run fails, where otherwise it is left out. */
const electronDemanded = process.env['EVERGRANT_E2E_ELECTRON'] === '1';

/** The binary that `install-electron` has put into node_modules, if it is there. */
function findElectron(): string | undefined {
  const folder = path.resolve(import.meta.dirname, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

const browser = findBrowser();
if (browser === undefined) throw new Error(missingBrowserSentence);

const use: Project['use'] = {
  browserName: 'chromium',
  launchOptions: { executablePath: browser, args: [...browserArgs] },
};
const chromium: Project = {
  name: 'chromium',
  testMatch: '**/*.spec.ts',
  testIgnore: '**/*.electron.spec.ts',
  use,
};

const electronBinary = findElectron();
if (electronBinary === undefined && electronDemanded) {
  throw new Error("Electron's binary is not there: run npx install-electron, then try again.");
}
// Workers read this file too; the reason is said once, by the process that starts them.
if (electronBinary === undefined && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(
    "Left out: project electron (Electron's binary is not installed; npx install-electron brings it).",
  );
}
const electron: readonly Project[] =
  electronBinary === undefined
    ? []
    : // The browser is for the people who are not at Evergrant's own window.
      [{ name: 'electron', testMatch: '**/*.electron.spec.ts', use }];

const reportFile = process.env['EVERGRANT_REPORT_FILE'];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter:
    reportFile === undefined ? [['list']] : [['list'], ['json', { outputFile: reportFile }]],
  use: {
    // A trace of every story costs more than the story: ask for it when one fails.
    trace: process.env['EVERGRANT_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    // A picture or an axe check in the middle of a fade would judge colours that nobody reads.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'UTC',
  },
  projects: [chromium, ...electron],
});
