import { expect, test } from 'vitest';
import { evidence, freshnessMs, goodTest, now } from '../../../../test/support/grant-evidence.ts';
import { withCredential } from './credential-status.ts';
import { statusOf } from './status.ts';

const day = 24 * 60 * 60_000;
const green = statusOf(evidence(), now, freshnessMs);
const expiring = {
  kind: 'credentialExpiring',
  params: { days: 3, at: '2026-11-27T12:00:00.000Z' },
};

test('an end within 30 days is told, even when the test is from before', () => {
  expect(withCredential(green, { endsAt: now + 31 * day }, now)).toEqual(green);
  expect(withCredential(green, { endsAt: null }, now)).toEqual(green);
  expect(withCredential(green, { endsAt: now + 3 * day }, now)).toEqual({
    ...green,
    attention: [expiring],
  });
});

test('after a replacement the old end is told no more, and green stays green', () => {
  const told = goodTest({ findings: [{ kind: 'credentialExpiring', params: { days: 2 } }] });
  const tests = { last: told, lastReached: told, lastGood: told };
  const before = statusOf(evidence({ tests }), now, freshnessMs);
  expect(withCredential(before, { endsAt: now + 365 * day }, now)).toEqual(green);
});

test('with a credential that has ended, green is outlined and says why first', () => {
  expect(withCredential(green, { endsAt: now }, now)).toMatchObject({
    kind: 'granted',
    stale: true,
    reasons: [{ code: 'credential.expired', params: { at: '2026-11-24T12:00:00.000Z' } }],
    attention: [{ kind: 'credentialExpiring', params: { days: 0 } }],
  });
});

test('while nothing is known yet, an ended credential is a reason and no finding', () => {
  const unknown = statusOf(evidence({ tests: null }), now, freshnessMs);
  const { attention, reasons } = withCredential(unknown, { endsAt: now - day }, now);
  expect(attention).toEqual([]);
  expect(reasons.map(({ code }) => code)).toEqual(['credential.expired', 'grant.neverTested']);
});

test('without a credential here, such as after a move, another computer’s green is outlined', () => {
  expect(withCredential(green, null, now)).toMatchObject({
    kind: 'granted',
    stale: true,
    reasons: [{ code: 'identity.noCredential' }],
  });
  const refused = { ...green, kind: 'broken' } as const;
  expect(withCredential(refused, null, now)).toEqual(refused);
});
