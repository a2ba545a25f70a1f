import { z } from 'zod';

/** The counts of one test runner. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  numPendingTests: z.int(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    flaky: z.int(),
    unexpected: z.int(),
    skipped: z.int(),
  }),
});

/**
 * Reads the totals from a JSON report of Vitest or of Playwright.
 *
 * A flaky Playwright test, and a Vitest file that failed before its first test, count as failed.
 *
 * @throws ZodError when the report has neither shape.
 * Source: vitest.dev/guide/reporters (json), playwright.dev/docs/test-reporters (json).
 */
export function readTotals(report: unknown): Totals {
  const vitest = vitestReport.safeParse(report);
  if (vitest.success) {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = vitest.data;
    return {
      passed: numPassedTests,
      failed: numFailedTests === 0 ? numFailedTestSuites : numFailedTests,
      skipped: numPendingTests,
    };
  }
  const { stats } = playwrightReport.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/** Adds the totals of several runners. */
export function sumTotals(all: readonly Totals[]): Totals {
  let sum: Totals = { passed: 0, failed: 0, skipped: 0 };
  for (const totals of all) {
    sum = {
      passed: sum.passed + totals.passed,
      failed: sum.failed + totals.failed,
      skipped: sum.skipped + totals.skipped,
    };
  }
  return sum;
}
