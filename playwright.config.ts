import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import type { Project } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.ts';
import { electronDemanded, findElectron } from './scripts/find-electron.ts';
import { browserArgs } from './test/e2e/support/browser-args.ts';

// Other tools read this file too, before anything is installed: what is missing is reported by the global setup.
const use: Project['use'] = {
  browserName: 'chromium',
  launchOptions: { executablePath: findBrowser(), args: [...browserArgs] },
};
const chromium: Project = {
  name: 'chromium',
  testMatch: '**/*.spec.ts',
  testIgnore: '**/*.electron.spec.ts',
  use,
};

const electron: readonly Project[] =
  findElectron() === undefined && !electronDemanded()
    ? []
    : // The browser is for the people who are not at Evergrant's own window.
      [{ name: 'electron', testMatch: '**/*.electron.spec.ts', use }];

const reportFile = process.env['EVERGRANT_REPORT_FILE'];

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: [
    './test/e2e/support/require-programs.ts',
    './test/support/programs/prepare-stories.ts',
  ],
  outputDir: 'test-results',
  // Each story has a cloud, a host and a window of its own, and depends on no other.
  fullyParallel: true,
  // A story waits for servers and pages half of its time: one for each core would leave them idle.
  workers: Math.max(2, availableParallelism() + 1),
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // Nets, not assertions: no story fails because a machine is slow or busy with something else.
  timeout: 300_000,
  expect: { timeout: 60_000 },
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
