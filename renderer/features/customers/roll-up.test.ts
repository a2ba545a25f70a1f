import { expect, test } from 'vitest';
import type { GrantStatus } from '../../../electron/contract/grant.ts';
import { compareUrgency, rollUp } from './roll-up.ts';

const status = (kind: GrantStatus['kind'], rest: Partial<GrantStatus> = {}): GrantStatus => ({
  kind,
  stale: false,
  since: null,
  attention: [],
  reasons: [],
  ...rest,
});
const domainChanged = { attention: [{ kind: 'primaryDomainChanged' as const, params: {} }] };

test('an old green and a green with an attention mark are not counted as connected', () => {
  const counts = rollUp([
    status('granted'),
    status('granted', { stale: true }),
    status('granted', domainChanged),
  ]);
  expect(Object.fromEntries(counts)).toEqual({ connected: 1, stale: 1, attention: 1 });
});

test('what needs attention stands first, a broken connection on top', () => {
  const order = [
    status('granted'),
    status('removed'),
    status('propagating'),
    status('partial'),
    status('broken'),
  ]
    .toSorted(compareUrgency)
    .map(({ kind }) => kind);
  expect(order).toEqual(['broken', 'partial', 'propagating', 'granted', 'removed']);
});
