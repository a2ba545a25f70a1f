import { describe, expect, test } from 'vitest';
import type { GrantStatus } from '../../contract/grant.ts';
import type { ResetPurpose, ResetState, ResetStep } from '../../contract/reset.ts';
import { whileResetting } from '../connection/connections.ts';
import { beginReset } from './machine.ts';
import { createOpenResets } from './open-resets.ts';
import type { ResetRecord } from './store.ts';

const tenantId = '22222222-0000-4000-8000-000000000000';
const startedAt = Date.parse('2026-11-24T14:28:00Z');

function record(
  state: ResetState,
  changes: {
    readonly purpose?: ResetPurpose;
    readonly heldAt?: ResetStep;
    readonly ended?: true;
  } = {},
): ResetRecord {
  const { purpose = 'reset', heldAt = null, ended } = changes;
  const begun = beginReset({ purpose, hasBackend: false, by: 'Robin', at: startedAt });
  return {
    id: '33333333-0000-4000-8000-000000000000',
    tenantId,
    profileId: '44444444-0000-4000-8000-000000000000',
    version: 3,
    startedAt,
    startedBy: 'Robin',
    endedAt: ended ? startedAt + 1 : null,
    snapshot: { state, context: { ...begun.context, heldAt } },
  };
}

const over = (found: ResetRecord | null) =>
  createOpenResets({
    last: () => Promise.resolve(found),
    open: () => Promise.resolve(found === null ? [] : [found]),
  });

const green: GrantStatus = {
  kind: 'granted',
  stale: false,
  since: '2026-11-24T15:00:00.000Z',
  attention: [],
  reasons: [],
};

describe('while a reset is open', () => {
  test('it is the status of the customer, whatever a test says', async () => {
    const shown = whileResetting(green, await over(record('deletion')).of(tenantId));
    expect(shown).toMatchObject({
      kind: 'resetting',
      since: '2026-11-24T14:28:00.000Z',
      reasons: [],
      reset: { purpose: 'reset', step: 4, of: 9, by: 'Robin', handedOver: false },
    });
  });

  test('with a colleague, it stays at its step', async () => {
    const resets = await over(record('handedOver', { heldAt: 'granting' })).all();
    expect(resets.get(tenantId)).toMatchObject({ step: 6, of: 9, handedOver: true });
  });

  test('an off-boarding counts its own steps', async () => {
    const open = await over(record('deletion', { purpose: 'offBoard' })).of(tenantId);
    expect(open).toMatchObject({ purpose: 'offBoard', step: 4, of: 4 });
  });

  test('removing is refused at every step, granting until the reset asks for it', async () => {
    const early = over(record('deletion'));
    await expect(early.protect(tenantId, 'removing')).rejects.toMatchObject({ code: 'reset.open' });
    await expect(early.protect(tenantId, 'granting')).rejects.toMatchObject({ code: 'reset.open' });
    const late = over(record('granting'));
    await expect(late.protect(tenantId, 'removing')).rejects.toMatchObject({ code: 'reset.open' });
    await expect(late.protect(tenantId, 'granting')).resolves.toBeUndefined();
    const away = over(record('handedOver', { heldAt: 'granting' }));
    await expect(away.protect(tenantId, 'granting')).rejects.toMatchObject({ code: 'reset.open' });
  });
});

test.each([null, record('finished', { ended: true })])(
  'with none open, status, granting and removing are as ever',
  async (last) => {
    const resets = createOpenResets({
      last: () => Promise.resolve(last),
      open: () => Promise.resolve([]),
    });
    expect(whileResetting(green, await resets.of(tenantId))).toBe(green);
    await expect(resets.protect(tenantId, 'granting')).resolves.toBeUndefined();
    await expect(resets.protect(tenantId, 'removing')).resolves.toBeUndefined();
  },
);
