import { expect, it } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { exitCodeOfExport } from './follow-export.ts';

const problem = { code: 'internal', params: {}, retry: 'now' } as const;

it.each([
  ['finished', null, exitCodes.ok],
  // The file is complete, but its hand-over is not recorded.
  ['finished', problem, exitCodes.fault],
  ['failed', problem, exitCodes.fault],
  ['cancelled', null, exitCodes.cancelled],
] as const)('an export that is %s, with the problem %o, ends with %i', (state, problem, code) => {
  expect(exitCodeOfExport({ state, problem })).toBe(code);
});
