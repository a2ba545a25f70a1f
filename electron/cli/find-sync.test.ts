import { describe, expect, it } from 'vitest';
import { createText } from '../../text/create-text.ts';
import type { KeptSync } from '../contract/sync.ts';
import { findSyncs } from './find-sync.ts';
import { UsageError } from './usage-error.ts';

const text = createText('en', { timeZone: 'UTC' });

function kept(day: number): KeptSync {
  const at = `2026-11-${day}T12:00:00.000Z`;
  return {
    id: `00000000-0000-4000-8000-0000000000${day}`,
    mode: 'delta',
    startedAt: at,
    finishedAt: at,
    counts: { users: 0, groups: 0, memberships: 0, devices: 0, contacts: 0 },
    changes: null,
  };
}
const [older, middle, newest] = [kept(10), kept(12), kept(20)];
const history = [newest, middle, older];

describe('which two syncs are meant', () => {
  it.each([
    ['nothing named', {}, middle, newest],
    ['an id', { from: older.id }, older, newest],
    ['an id in capitals', { from: older.id.toUpperCase() }, older, newest],
    ['the newer alone', { to: middle.id }, older, middle],
    ['a day, to its end', { from: '2026-11-12' }, middle, newest],
    ['a day between two syncs', { from: '2026-11-11' }, older, newest],
    ['a moment', { from: '2026-11-12T11:59:59Z', to: '2026-11-19' }, older, middle],
  ])('%s', (_, named, from, to) => {
    expect(findSyncs(text, history, named)).toEqual({ from, to });
  });

  it.each([
    ['no sync', []],
    ['one sync', [newest]],
  ])('%s cannot be compared', (_, syncs) => {
    expect(findSyncs(text, syncs, {})).toBe(null);
  });

  it.each(['2026-11-09', 'yesterday', '20', 'ffffffff-0000-4000-8000-000000000000'])(
    '%s means none, and those that are kept are listed',
    (from) => {
      const find = () => findSyncs(text, history, { from });
      expect(find).toThrow(UsageError);
      expect(find).toThrow(older.id);
    },
  );
});
