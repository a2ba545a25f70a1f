import { expect, it } from 'vitest';
import { readKeptProblem, readWithProblems } from './kept-problem.ts';

it('a problem that an older version kept has the meaning and the page of its code', () => {
  const kept = JSON.stringify({ code: 'aadsts.7000112', params: {}, retry: 'after' });
  expect(readKeptProblem(kept)).toEqual({
    code: 'aadsts.7000112',
    params: {},
    retry: 'after',
    meaning: 'switchedOff',
    portal: 'properties',
  });
});

it('a meaning that is not this version’s is replaced, and one that no code has is dropped', () => {
  const kept = [
    { code: 'aadsts.700027', params: {}, retry: 'never', meaning: 'future', portal: 'elsewhere' },
    { code: 'future.code', params: {}, retry: 'now', meaning: 'race' },
  ];
  expect(kept.map((problem) => readKeptProblem(JSON.stringify(problem)))).toEqual([
    {
      code: 'aadsts.700027',
      params: {},
      retry: 'never',
      meaning: 'unknownKey',
      portal: 'registration',
    },
    { code: 'future.code', params: {}, retry: 'now' },
  ]);
});

it('problems deep inside of what was kept are read so too, and all else as it is', () => {
  const test = {
    checks: [{ grant: { problem: { code: 'aadsts.65001', params: {}, retry: 'after' } } }],
    findings: [{ kind: 'mayWrite', code: 7 }],
  };
  expect(readWithProblems(JSON.stringify(test))).toEqual({
    checks: [
      {
        grant: {
          problem: {
            code: 'aadsts.65001',
            params: {},
            retry: 'after',
            meaning: 'notConsented',
          },
        },
      },
    ],
    findings: [{ kind: 'mayWrite', code: 7 }],
  });
});
