import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/**
 * Threads that run TypeScript bring WebAssembly with them, and V8 of Node 24.21 can die while it collects
 * that code at a thread's end (`Check failed: jit_page_->allocations_.erase(addr) == 1`). A process that
 * opens and closes the store a hundred times meets it; what is built runs no TypeScript.
 */
const withoutWasmCollection = ['--no-wasm-code-gc'];

/** A limit ends what hangs; it says nothing of speed, for a machine may be busy with other things. */
const patience = 300_000;

/** Where each run leaves its totals for `scripts/test.ts` to add up. */
const reportFile = process.env['EVERGRANT_REPORT_FILE'];

export default defineConfig({
  test: {
    environment: 'node',
    execArgv: withoutWasmCollection,
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: LongestFirst },
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Bundled, so that a test can stand in for the electron that it imports.
          server: { deps: { inline: ['electron-store'] } },
          include: [
            '{electron,scripts,renderer,text}/**/*.test.{ts,tsx}',
            'test/support/**/*.test.ts',
          ],
          // A key is derived slowly on purpose, and a busy machine takes its time.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'practice',
          include: ['practice/**/*.test.ts'],
          // It makes keys, which takes a busy machine its time too.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/programs/prepare-run.ts'],
          // They wait for disks, clocks and processes of their own: as many as cores would leave one idle.
          maxWorkers: availableParallelism() + 1,
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
    ],
  },
});
