import { expect, test } from 'vitest';
import { statusKind } from '../../electron/contract/grant.ts';
import { lookOf } from './status-shape.ts';

test('only a fresh, fully proven connection is solid green', () => {
  const solid = statusKind.options.flatMap((kind) =>
    [true, false]
      .filter((stale) => lookOf({ kind, stale }).shape === 'solid')
      .map((stale) => ({ kind, stale })),
  );
  expect(solid).toEqual([{ kind: 'granted', stale: false }]);
});

test('a stale connection is outlined in green', () => {
  expect(lookOf({ kind: 'granted', stale: true })).toEqual({ shape: 'outlined', tone: 'green' });
});

test('a grant on record is never plain green', () => {
  expect(lookOf({ kind: 'onRecord', stale: false }).tone).not.toBe('green');
});
