import { describe, expect, it } from 'vitest';
import { readTimes, slowestLines } from './slowest-tests.ts';

const vitest = {
  testResults: [
    {
      name: '/repository/test/integration/sync.test.ts',
      assertionResults: [
        { fullName: 'a sync goes on', duration: 2500.4 },
        { fullName: 'was skipped' },
        { fullName: 'is quick', duration: 3 },
      ],
    },
  ],
};
const spec = (title: string, ...durations: readonly number[]) => ({
  title,
  file: 'grant.spec.ts',
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});
const playwright = {
  suites: [
    {
      specs: [spec('is granted', 4000, 1000)],
      suites: [{ specs: [spec('is refused', 700), spec('was skipped')] }],
    },
  ],
};

describe('the slowest tests', () => {
  it('are read out of the reports of both runners, retries and nested suites included', () => {
    expect(readTimes(vitest)).toEqual([
      { file: 'sync.test.ts', title: 'a sync goes on', milliseconds: 2500.4 },
      { file: 'sync.test.ts', title: 'is quick', milliseconds: 3 },
    ]);
    expect(readTimes(playwright)).toEqual([
      { file: 'grant.spec.ts', title: 'is granted', milliseconds: 5000 },
      { file: 'grant.spec.ts', title: 'is refused', milliseconds: 700 },
    ]);
    expect(() => readTimes({ stats: {} })).toThrow('suites');
  });

  it('are listed over all reports together, the slowest first, and no more than asked for', () => {
    const all = [...readTimes(vitest), ...readTimes(playwright)];
    expect(slowestLines(all, 3)).toEqual([
      '    5.0 s  grant.spec.ts: is granted',
      '    2.5 s  sync.test.ts: a sync goes on',
      '    0.7 s  grant.spec.ts: is refused',
    ]);
    expect(slowestLines([])).toEqual([]);
  });
});
