import { expect, it } from 'vitest';
import type { Reset } from '../../electron/contract/reset.ts';
import { connectorRemains } from './connector-remains.ts';

const at = '2026-11-26T01:00:00.000Z';

/** A reset or off-boarding that ended. */
const ended = (purpose: Reset['purpose'], outcome: 'done' | 'overridden'): Reset => ({
  id: 'aaaaaaaa-0000-4000-8000-000000000000',
  tenantId: 'ffffffff-0000-4000-8000-000000000000',
  profileId: 'bbbbbbbb-0000-4000-8000-000000000000',
  version: 5,
  purpose,
  state: 'finished',
  heldAt: null,
  startedAt: at,
  startedBy: 'Sanne Visser',
  holder: 'Sanne Visser',
  hands: [],
  steps: (['deletion', 'testing'] as const).map((step) => ({
    step,
    outcome,
    at,
    by: null,
    reason: null,
    proof: null,
  })),
  setbacks: [],
  note: null,
  before: null,
  after: null,
  firstRefusedAt: null,
  waitUntil: null,
  portalPage: null,
  endedAt: at,
  abandoned: null,
});

it('is gone by an off-boarding that proved it, and by nothing less', () => {
  expect(connectorRemains('removed', ended('offBoard', 'done'))).toBe('gone');
  expect(connectorRemains('removed', ended('offBoard', 'overridden'))).toBe('notKnown');
  expect(connectorRemains('removed', ended('reset', 'done'))).toBe('notKnown');
  expect(connectorRemains('removed', null)).toBe('notKnown');
});

it('is there where a test has found it since, whatever was proven before', () => {
  expect(connectorRemains('granted', ended('offBoard', 'done'))).toBe('there');
  expect(connectorRemains('onRecord', null)).toBe('there');
});

it('is gone where the tenant says so, and unknown if no test asked or Microsoft refused', () => {
  expect(connectorRemains('notGranted', null)).toBe('gone');
  expect(connectorRemains('unknown', null)).toBe('notKnown');
  expect(connectorRemains('broken', ended('offBoard', 'done'))).toBe('notKnown');
});
