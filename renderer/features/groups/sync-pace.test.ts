import { expect, test } from 'vitest';
import { paceOf } from './sync-pace.ts';

test('the rate is what was read a second, and not told from less than two seconds', () => {
  expect(paceOf({ at: 0, total: 100 }, { at: 1000, total: 900 })).toBeNull();
  expect(paceOf({ at: 0, total: 100 }, { at: 4000, total: 900 })).toBe(200);
});

test('a sync that waits has no rate', () => {
  expect(paceOf({ at: 0, total: 100 }, { at: 9000, total: 100 })).toBeNull();
});
