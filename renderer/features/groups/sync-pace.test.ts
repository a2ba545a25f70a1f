import { expect, test } from 'vitest';
import { paceOf, shareRead, timeLeft } from './sync-pace.ts';

test('the rate is what was read a second, and not told from less than two seconds', () => {
  expect(paceOf({ at: 0, total: 100 }, { at: 1000, total: 900 })).toBeNull();
  expect(paceOf({ at: 0, total: 100 }, { at: 4000, total: 900 })).toBe(200);
});

test('a sync that waits has no rate', () => {
  expect(paceOf({ at: 0, total: 100 }, { at: 9000, total: 100 })).toBeNull();
});

const run = (users: number, groups: number) => ({
  counts: { users, groups, memberships: 0, devices: 0, contacts: 0 },
  expected: { users: 100, groups: 300 },
  startedAt: '2026-11-01T10:00:00.000Z',
});
const tenSecondsIn = Date.parse('2026-11-01T10:00:10.000Z');

test('a quarter read in ten seconds leaves thirty', () => {
  expect(timeLeft(run(50, 50), tenSecondsIn)).toBe(30_000);
});

test('no time is told at the very beginning, at the end, or where nobody said how many there are', () => {
  expect(timeLeft(run(1, 0), tenSecondsIn)).toBeNull();
  expect(timeLeft(run(100, 400), tenSecondsIn)).toBeNull();
  expect(timeLeft({ ...run(50, 50), expected: null }, tenSecondsIn)).toBeNull();
});

test('the share read is told until more came than was expected', () => {
  expect(shareRead(run(50, 50))).toBe(0.25);
  expect(shareRead(run(0, 0))).toBe(0);
  expect(shareRead(run(100, 400))).toBeNull();
  expect(shareRead({ ...run(50, 50), expected: null })).toBeNull();
});
