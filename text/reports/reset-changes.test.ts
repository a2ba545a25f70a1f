import { describe, expect, test } from 'vitest';
import type { Reset, ResetEvidence } from '../../electron/contract/reset.ts';
import { createText } from '../create-text.ts';
import { changeFacts, syncsAround, tellsChanges } from './reset-changes.ts';

const text = createText('en', { timeZone: 'UTC' });
const at = '2026-11-26T01:00:00.000Z';
const [first, second] = ['a', 'b'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
);

const evidence = (syncId: string | undefined): ResetEvidence => ({
  at,
  testedAt: at,
  servicePrincipalId: null,
  primaryDomain: null,
  initialDomain: null,
  verifiedDomains: [],
  permissions: [],
  sync: syncId === undefined ? null : { id: syncId, groups: 1, people: 1, memberships: 1 },
});

/** The part of a reset with its syncs and its end. */
const reset = (before: string | undefined, after: string | undefined, endedAt: string | null) =>
  ({
    tenantId: 'ffffffff-0000-4000-8000-000000000000',
    before: evidence(before),
    after: evidence(after),
    endedAt,
  }) as unknown as Reset;

describe('what changed around a reset', () => {
  test('is asked of the sync before and the sync after', () => {
    expect(syncsAround(reset(first, second, at))).toMatchObject({ from: first, to: second });
  });

  test.each([
    ['none was made before', undefined, second],
    ['none was made after', first, undefined],
    ['the last one is still that from before', first, first],
  ])('is unknown where %s', (_why, before, after) => {
    expect(syncsAround(reset(before, after, at))).toBeNull();
  });

  test('is not spoken of until the reset has synced or ended', () => {
    expect(tellsChanges(reset(first, first, null))).toBe(false);
    expect(tellsChanges(reset(first, second, null))).toBe(true);
    expect(tellsChanges(reset(first, first, at))).toBe(true);
  });

  test('is shown in numbers, or as unknown', () => {
    const groups = { added: 1200, removed: 1, renamed: 2 };
    expect(changeFacts(text, { groups, memberships: { added: 3, removed: 4 } })).toEqual([
      ['Changes in groups', '1,200 added, 1 removed, 2 renamed'],
      ['Changes in memberships', '3 added, 4 removed'],
    ]);
    expect(changeFacts(text, null)[0]?.[1]).toContain('Unknown');
  });
});
