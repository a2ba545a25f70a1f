import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Threads that run TypeScript bring WebAssembly with them, and V8 of Node 24.21 can die while it collects
 * that code at a thread's end (`Check failed: jit_page_->allocations_.erase(addr) == 1`). A process that
 * opens and closes the store a hundred times meets it; what is built runs no TypeScript.
 */
const withoutWasmCollection = ['--no-wasm-code-gc'];

/** Where each run leaves its totals for `scripts/test.ts` to add up. */
const reportFile = process.env['EVERGRANT_REPORT_FILE'];

export default defineConfig({
  test: {
    environment: 'node',
    execArgv: withoutWasmCollection,
    reporters: reportFile === undefined ? ['default'] : ['default', 'json'],
    ...(reportFile === undefined ? {} : { outputFile: { json: reportFile } }),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Bundled, so that a test can stand in for the electron that it imports.
          server: { deps: { inline: ['electron-store'] } },
          include: ['{electron,scripts,renderer}/**/*.test.{ts,tsx}', 'test/support/**/*.test.ts'],
          // A key is derived slowly on purpose, and a busy machine takes its time.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/programs/prepare-run.ts'],
          // Much of their time they wait for processes of their own: one core less would stand idle.
          maxWorkers: Math.max(2, availableParallelism()),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
