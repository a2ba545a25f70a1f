import { expect, test } from 'vitest';
import { shortfallOf } from './check-counts.ts';

const after = (users: number, groups: number) => ({ users, groups, answerMs: 10 });

test('nothing, and half of everything, are short', () => {
  expect(shortfallOf(after(400, 400), { users: 400, groups: 0 })).toEqual({
    users: 0,
    groups: 400,
  });
  expect(shortfallOf(after(400, 3), { users: 200, groups: 1 })).toEqual({ users: 200, groups: 2 });
  expect(shortfallOf(after(100_000, 0), { users: 98_000, groups: 0 })).toMatchObject({
    users: 2_000,
  });
});

test('what the index may lag is not, and more than it counts is not', () => {
  expect(shortfallOf(after(400, 400), { users: 395, groups: 396 })).toBeNull();
  expect(shortfallOf(after(100_000, 0), { users: 99_100, groups: 0 })).toBeNull();
  expect(shortfallOf(after(10, 10), { users: 20, groups: 10 })).toBeNull();
  expect(shortfallOf(null, { users: 0, groups: 0 })).toBeNull();
});
