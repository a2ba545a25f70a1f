import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statusKind } from '../contract/grant.ts';
import { exitCodeOfProblem, exitCodeOfStatus, exitCodes } from './exit-codes.ts';

describe('the exit code of a connection', () => {
  it('is 0 for solid green and for nothing else', () => {
    const green = statusKind.options.flatMap((kind) =>
      [true, false]
        .filter((stale) => exitCodeOfStatus({ kind, stale }) === 0)
        .map((stale) => [kind, stale]),
    );
    expect(green).toEqual([['granted', false]]);
  });

  it('tells what was not green from what could not be told', () => {
    expect(exitCodeOfStatus({ kind: 'granted', stale: true })).toBe(4);
    expect(exitCodeOfStatus({ kind: 'couldNotTell', stale: false })).toBe(4);
    expect(exitCodeOfStatus({ kind: 'onRecord', stale: false })).toBe(3);
    expect(exitCodeOfStatus({ kind: 'broken', stale: false })).toBe(3);
  });
});

describe('the exit code of a failure', () => {
  it.each([
    ['internal', 1],
    ['network.offline', 4],
    ['keys.noKeeper', 5],
    ['keys.keyFileMissing', 2],
    ['tenant.badDomain', 2],
    ['cloud.fileMissing', 2],
    ['cloud.fileUnreadable', 2],
    ['cloud.fileInvalid', 2],
    ['cloud.caFileMissing', 2],
    ['cloud.caFileInvalid', 2],
    ['graph.TooManyRequests', 4],
    ['store.full', 5],
    ['aadsts.65001', 5],
    ['cancelled', 130],
  ])('%s is %i', (code, expected) => {
    expect(exitCodeOfProblem({ code })).toBe(expected);
  });

  it.each([429, 500, 503])('is 4 where Microsoft answered %i: later, not no', (httpStatus) => {
    expect(exitCodeOfProblem({ code: 'graph.unknown', raw: { httpStatus } })).toBe(4);
  });
});

it('every exit code stands in docs/cli.md', () => {
  const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
  expect(new Set(documented)).toEqual(new Set(Object.values(exitCodes)));
});
