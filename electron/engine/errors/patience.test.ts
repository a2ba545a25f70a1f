import { expect, test } from 'vitest';
import { isOutOfPatience, mostWaitMs, patienceFor, pauseBefore } from './patience.ts';

test('what the service asks for is a lower bound of a pause that grows', () => {
  expect([0, 1, 2, 3].map((tries) => pauseBefore(tries, 249, 0.5))).toEqual([
    750, 1500, 3000, 6000,
  ]);
  expect(pauseBefore(0, 7_000, 1)).toBe(7_000);
  expect(pauseBefore(30, null, 1)).toBe(60_000);
});

test('tries end by the time that was waited', () => {
  expect(isOutOfPatience(0, 1_000, patienceFor(404))).toBe(true);
  expect(isOutOfPatience(1_999, 1_000, patienceFor(500))).toBe(false);
  expect(isOutOfPatience(2_000, 1_000, patienceFor(500))).toBe(true);
});

test('a longer wait than the bound is never begun, alone or with those before', () => {
  expect(isOutOfPatience(0, 3_600_000, patienceFor(429))).toBe(true);
  expect(isOutOfPatience(0, mostWaitMs, patienceFor(429))).toBe(false);
  expect(isOutOfPatience(1, mostWaitMs, patienceFor(429))).toBe(true);
});
