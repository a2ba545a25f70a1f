import { describe, expect, it, test } from 'vitest';
import { keeps, outlines, ownKinds } from '../../../../test/fixtures/earlier-green.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import { allCodes } from '../../errors/table/table.ts';
import type { ErrorCode } from '../../errors/table/table.ts';
import { syncFailures } from './sync-failures.ts';

const tenantId = '3b9c3a5e-52f1-4d0c-8f0e-6a1c2d3e4f50';

function effectOf(code: ErrorCode): 'outlines' | 'keeps' {
  // Only the code matters; the parameters are for the texts.
  const problem = { ...newProblem('internal'), code };
  const failures = syncFailures(new Map([[tenantId, [{ at: 1, problem }]]]));
  return failures.has(tenantId) ? 'outlines' : 'keeps';
}

describe('an earlier green, after a sync that failed', () => {
  test.each(allCodes)('with %s is outlined or stays, as the documentation says', (code) => {
    const isOwn = !/^(?:aadsts|graph|identity|network|tenant|guard|cloud)\./.test(code);
    const kept = keeps.includes(code) || (isOwn && ownKinds.includes(code.split('.')[0] ?? ''));
    const expected = outlines.includes(code) ? 'outlines' : kept ? 'keeps' : 'in neither list';
    expect(effectOf(code)).toBe(expected);
  });

  it('is decided for codes that exist, each once', () => {
    const decided = [...outlines, ...keeps];
    expect(decided.filter((code) => !allCodes.some((known) => known === code))).toEqual([]);
    expect(decided.filter((code, at) => decided.indexOf(code) !== at)).toEqual([]);
  });

  it('stays outlined when a later sync fails for a reason that says nothing of the grant', () => {
    const refused = { at: 1, problem: newProblem('aadsts.65001') };
    const offline = { at: 2, problem: newProblem('network.offline', { params: { host: 'x' } }) };
    const busy = { at: 3, problem: newProblem('graph.TooManyRequests') };
    const newest = (...failures: (typeof busy)[]) =>
      syncFailures(new Map([[tenantId, failures]])).get(tenantId);
    expect(newest(busy, refused)).toEqual(refused);
    expect(newest(refused, offline, busy)).toEqual(offline);
    expect(newest(busy)).toBeUndefined();
  });
});
