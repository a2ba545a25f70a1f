import { expect, test } from 'vitest';
import type { KeptSync } from '../../../electron/contract/sync.ts';
import { drawSeries, seriesOf } from './history-series.ts';

const sync = (id: string, groups: number, added: number | null): KeptSync => ({
  id,
  mode: 'delta',
  startedAt: '2026-11-01T10:00:00.000Z',
  finishedAt: '2026-11-01T10:01:00.000Z',
  counts: { users: 5, groups, memberships: 9, devices: 0, contacts: 0 },
  changes:
    added === null
      ? null
      : {
          groups: { added, removed: 1, renamed: 1, changed: 0 },
          people: { added: 0, removed: 0, renamed: 0, changed: 0 },
          memberships: { added: 0, removed: 0 },
        },
});

test('the history is read from its oldest sync, with what changed at each', () => {
  expect(seriesOf([sync('new', 12, 3), sync('old', 10, null)], 'groups')).toEqual([
    { id: 'old', count: 10, changes: null },
    { id: 'new', count: 12, changes: 5 },
  ]);
});

test('more groups are drawn higher, and a sync without changes has no bar', () => {
  const series = seriesOf([sync('new', 12, 3), sync('old', 10, null)], 'groups');
  const { line, bars } = drawSeries(series, { width: 100, height: 50 });
  const [old, fresh] = line.split(' ').map((point) => Number(point.split(',')[1]));
  expect(fresh).toBeLessThan(old ?? 0);
  expect(bars.map(({ id }) => id)).toEqual(['new']);
});

test('a history in which nothing changed is a flat line', () => {
  const series = seriesOf([sync('new', 10, 0), sync('old', 10, null)], 'people');
  const { line, bars } = drawSeries(series, { width: 100, height: 50 });
  expect(new Set(line.split(' ').map((point) => point.split(',')[1])).size).toBe(1);
  expect(bars).toEqual([]);
});
