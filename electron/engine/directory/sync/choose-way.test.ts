import { expect, test } from 'vitest';
import { listsAreFaster } from './choose-way.ts';
import type { ListCosts, Measured } from './choose-way.ts';

/** Groups with their members in batches of 20, 16 in flight, in a tenant with over 500 users. */
const members: ListCosts = {
  pageSize: 999,
  partsPerBatch: 20,
  batchesAtOnce: 16,
  batchesPerObject: 1 / 20,
  budgetMs: (objects) => Math.max(0, (objects * 2 - 7_200) / 0.776),
};
const users: ListCosts = { ...members, batchesPerObject: 0, budgetMs: () => 0 };
const after = (pageMs: number, expected: number | null, objects = 600): Measured => ({
  pageMs: [pageMs, pageMs, pageMs],
  objects,
  expected,
  smallAnswerMs: 60,
});

test('delta pages that come quickly are never given up', () => {
  expect(listsAreFaster(after(60, 10_000), members)).toBe(false);
  expect(listsAreFaster(after(300, 10_000), members)).toBe(false);
  expect(listsAreFaster(after(60, 10_000), users)).toBe(false);
});

test('slow ones are, when the rest would take longer than the budget lets lists take', () => {
  expect(listsAreFaster(after(600, 10_000), members)).toBe(true);
  expect(listsAreFaster(after(600, 10_000), users)).toBe(true);
  expect(listsAreFaster(after(400, 10_000), members)).toBe(false);
});

test('little that is left is read to its end', () => {
  expect(listsAreFaster(after(2_000, 650), members)).toBe(false);
});

test('where nobody told how many there are, it stays with delta', () => {
  expect(listsAreFaster(after(5_000, null), members)).toBe(false);
  expect(listsAreFaster(after(5_000, 10_000, 0), members)).toBe(false);
});

test('one slow page among quick ones says nothing', () => {
  const measured = { ...after(60, 10_000), pageMs: [60, 4_000, 60] };
  expect(listsAreFaster(measured, members)).toBe(false);
});
