import { expect, it } from 'vitest';
import { syncRun } from '../contract/sync.ts';
import { syncNews } from './sync-news.ts';

const run = (groups: number, more: object = {}) =>
  syncRun.parse({
    id: '0a0a0a0a-0000-4000-8000-000000000001',
    tenantId: '0a0a0a0a-0000-4000-8000-000000000002',
    mode: 'full',
    state: 'running',
    phase: 'groups',
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: null,
    counts: { users: 0, groups, memberships: 0, devices: 0, contacts: 0 },
    expected: null,
    requests: 0,
    membershipsBy: 'delta',
    waitingUntil: null,
    gaps: null,
    problem: null,
    ...more,
  });

it('a long phase shows that it is alive every ten seconds, and no more often', () => {
  let now = 0;
  const isNews = syncNews(() => now);
  expect(isNews(run(0))).toBe(true);
  now = 9_999;
  expect(isNews(run(500))).toBe(false);
  now = 10_000;
  expect(isNews(run(600))).toBe(true);
  now = 30_000;
  expect(isNews(run(600))).toBe(false);
  expect(isNews(run(600, { phase: 'devices' }))).toBe(true);
  expect(isNews(run(700, { state: 'finished' }))).toBe(false);
});
