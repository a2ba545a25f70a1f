import { expect, test } from 'vitest';
import { createVirtualClock } from '../../../test/support/virtual-clock.ts';
import { createThrottleBudget } from './throttle-budget.ts';

const second = 1_000;

/** Takes this many requests of two units each; returns after how many seconds each was allowed. */
async function spend(
  count: number,
  prepare: (budget: ReturnType<typeof createThrottleBudget>, now: number) => void = () => undefined,
): Promise<number[]> {
  const clock = createVirtualClock();
  const started = clock.now();
  const budget = createThrottleBudget(clock);
  prepare(budget, started);
  const at: number[] = [];
  const all = Promise.all(
    Array.from({ length: count }, async () => {
      await budget.take(2);
      at.push((clock.now() - started) / second);
    }),
  );
  await clock.advance(60 * second);
  await all;
  return at;
}

test('a small tenant’s share is spent at once, the rest as fast as it comes back', async () => {
  const at = await spend(3_000);
  // 3,500 units in ten seconds: 95 % at once, then 98.5 % of 350 a second.
  expect(at.filter((seconds) => seconds === 0)).toHaveLength(1_662);
  expect(at.at(-1)).toBeCloseTo((6_000 - 3_325) / 344.75, 1);
});

test('a large tenant has more, as soon as its size is known', async () => {
  const at = await spend(10_000, (budget) => budget.resize(10_000));
  expect(at.filter((seconds) => seconds === 0)).toHaveLength(3_800);
  expect(at.at(-1)).toBeCloseTo((20_000 - 7_600) / 788, 1);
});

test('after what is had at once, in no ten seconds more is taken than the limit', async () => {
  const at = await spend(10_000, (budget) => budget.resize(10_000));
  for (const from of [0, 1, 2.5, 5, 10]) {
    const units = 2 * at.filter((seconds) => seconds > from && seconds <= from + 10).length;
    expect(units).toBeLessThanOrEqual(8_000);
  }
});

test('what the service says of the limit counts more than our own sum', async () => {
  const at = await spend(200, (budget) => {
    budget.hear({ limitPercentage: 0.98, resourceUnits: null }, 2);
  });
  expect(at.filter((seconds) => seconds === 0)).toHaveLength(35);
});

test('at the limit nothing is asked for a second, and when told to wait for as long as that', async () => {
  const reached = await spend(1, (budget) => {
    budget.hear({ limitPercentage: 1.2, resourceUnits: null }, 2);
  });
  expect(reached[0]).toBeGreaterThanOrEqual(1);
  const told = await spend(1, (budget, now) => budget.pauseUntil(now + 7 * second));
  expect(told).toEqual([7]);
});

test('a request dearer than thought is paid afterwards', async () => {
  const at = await spend(1_662, (budget) => {
    budget.hear({ limitPercentage: null, resourceUnits: 5 }, 2);
  });
  expect(at.filter((seconds) => seconds === 0)).toHaveLength(1_661);
});

test('whoever waits and is cancelled holds up nobody', async () => {
  const clock = createVirtualClock();
  const budget = createThrottleBudget(clock);
  budget.pauseUntil(clock.now() + 60 * second);
  const stop = new AbortController();
  const cancelled = budget.take(1, stop.signal);
  const other = budget.take(1);
  stop.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  await clock.advance(60 * second);
  await other;
});

test('it tells how long many requests will take', () => {
  const clock = createVirtualClock();
  const budget = createThrottleBudget(clock);
  budget.resize(10_000);
  expect(budget.timeFor(7_000)).toBe(0);
  expect(budget.timeFor(20_000) / second).toBeCloseTo((20_000 - 7_600) / 788, 3);
});
