import { describe, expect, test } from 'vitest';
import type { ResetPurpose, ResetStep } from '../../../contract/reset.ts';
import { beginReset, nextReset } from '../machine.ts';
import { presentReset } from '../present-reset.ts';
import type { ResetRecord } from '../store.ts';
import { readHandOverFile, recordOf, writeHandOverFile } from './hand-over-file.ts';

const by = 'Sanne Visser';
const fabrikam = 'ffffffff-0000-4000-8000-000000000000';
const contoso = 'cccccccc-0000-4000-8000-000000000000';
const profileId = '11111111-0000-4000-8000-000000000000';

/** Handed over where it begins: at the vendor's backend. */
function handedOver(purpose: ResetPurpose = 'reset'): ResetRecord {
  const begun = beginReset({ purpose, hasBackend: true, by, at: 0 });
  const snapshot = nextReset(begun, { type: 'handedOver', at: 1_000, by });
  if (snapshot === null) throw new Error('every step can be handed over');
  const id = 'eeeeeeee-0000-4000-8000-000000000000';
  const kept = { version: 1, startedAt: 0, startedBy: by, endedAt: null };
  return { id, tenantId: fabrikam, profileId, ...kept, snapshot };
}

function fileOf(record: ResetRecord, tenantId = fabrikam): string {
  return writeHandOverFile({
    tenant: { tenantId, name: 'Fabrikam', primaryDomain: null },
    connector: { name: 'Connector', clientId: profileId, cloud: { kind: 'global' } },
    hasBackend: true,
    reset: presentReset(record, null),
  });
}

/** The same file, by somebody who edited it. */
function edited(text: string, reset: Record<string, unknown>): string {
  const file = JSON.parse(text) as { readonly reset: object };
  return JSON.stringify({ ...file, reset: { ...file.reset, ...reset } });
}

const damaged = expect.objectContaining({ code: 'reset.fileDamaged' }) as Error;

test('a reset is read as it was written', () => {
  const record = handedOver();
  expect(recordOf(readHandOverFile(fileOf(record), false), profileId)).toEqual(record);
});

describe('a file that does not fit together is refused', () => {
  test('the customer is one, and the reset another one’s', () => {
    const text = edited(fileOf(handedOver()), { tenantId: contoso });
    expect(() => readHandOverFile(text, false)).toThrow(damaged);
  });

  test.each(['settling', 'syncing'] satisfies ResetStep[])(
    'a customer leaves, and it stands at %s, which is no step of that',
    (heldAt) => {
      const text = edited(fileOf(handedOver('offBoard')), { heldAt });
      expect(() => readHandOverFile(text, false)).toThrow(damaged);
    },
  );

  test('it stands at a step, and what comes before that step is not on record', () => {
    const text = edited(fileOf(handedOver()), { heldAt: 'syncing' });
    expect(() => readHandOverFile(text, false)).toThrow(damaged);
  });
});
