import { describe, expect, it } from 'vitest';
import { readTotals, sumTotals } from './test-totals.ts';

describe('totals of a test run', () => {
  it('reads a Vitest report', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numFailedTestSuites: 1,
      numPendingTests: 2,
    };
    expect(readTotals(report)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it('counts a Vitest file that broke before its first test as failed', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      numFailedTestSuites: 1,
      numPendingTests: 0,
    };
    expect(readTotals(report)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it('reads a Playwright report and counts a flaky test as failed', () => {
    const report = { stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 0 } };
    expect(readTotals(report)).toEqual({ passed: 5, failed: 3, skipped: 0 });
  });

  it('refuses a report of neither shape', () => {
    expect(() => readTotals({ total: 3 })).toThrow(/stats/);
  });

  it('adds runners', () => {
    expect(
      sumTotals([
        { passed: 1, failed: 0, skipped: 2 },
        { passed: 3, failed: 1, skipped: 0 },
      ]),
    ).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });
});
