import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGuidNumbers } from './guid-numbers.ts';

test('it answers what a Map answers, however many GUIDs come', () => {
  const guid = fc.uuid();
  fc.assert(
    fc.property(fc.array(fc.tuple(guid, fc.integer({ min: 1, max: 2 ** 32 - 1 }))), (entries) => {
      const map = new Map<string, number>();
      const numbers = createGuidNumbers();
      for (const [id, value] of entries) {
        map.set(id, value);
        numbers.set(id, value);
      }
      expect(numbers.size).toBe(map.size);
      for (const [id, value] of map) expect(numbers.get(id)).toBe(value);
    }),
  );
});

test('it grows, tells what it does not know, and forgets', () => {
  const numbers = createGuidNumbers();
  const id = (place: number): string =>
    `${(place * 2_654_435_761).toString(16).padStart(12, '0').slice(-8)}-0000-4000-8000-${place.toString(16).padStart(12, '0')}`;
  for (let place = 1; place <= 20_000; place += 1) numbers.set(id(place), place);
  for (let place = 1; place <= 20_000; place += 1) expect(numbers.get(id(place))).toBe(place);
  expect(numbers.get(id(20_001))).toBe(undefined);
  numbers.clear();
  expect([numbers.size, numbers.get(id(1))]).toEqual([0, undefined]);
  expect(() => numbers.set(id(1), 0)).toThrow(RangeError);
});
