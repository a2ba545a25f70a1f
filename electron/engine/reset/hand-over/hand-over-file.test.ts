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

/** Handed over at the first step: the vendor's backend. */
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

/** The same file, edited by hand. */
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

describe('what a colleague may have written', () => {
  type Json = Record<string, unknown>;

  /** The file with another value in one place. */
  function changed(path: string, value: unknown): string {
    const file = JSON.parse(fileOf(handedOver())) as Json;
    const names = path.split('.');
    const last = names.pop() ?? '';
    const inner = names.reduce((part, name) => part[name] as Json, file);
    inner[last] = value;
    return JSON.stringify(file);
  }

  const places: readonly (readonly [path: string, longest: number])[] = [
    ['tenant.name', 120],
    ['tenant.primaryDomain', 255],
    ['connector.name', 120],
    ['reset.startedBy', 120],
    ['reset.holder', 120],
    ['reset.hands.0.by', 120],
  ];

  test.each(places)('%s has at most %i characters', (path, longest) => {
    expect(() => readHandOverFile(changed(path, 'x'.repeat(longest)), false)).not.toThrow();
    expect(() => readHandOverFile(changed(path, 'x'.repeat(longest + 1)), false)).toThrow(
      expect.objectContaining({ code: 'reset.fileDamaged', params: { where: path } }) as Error,
    );
  });

  test.each(places)('%s holds nothing that a terminal would obey', (path) => {
    for (const sign of ['\u001b[31m', '\u202e', '\0', '\u009b']) {
      expect(() => readHandOverFile(changed(path, `a${sign}b`), false)).toThrow(
        expect.objectContaining({ code: 'reset.fileDamaged', params: { where: path } }) as Error,
      );
    }
  });

  test('a reason, a label and a list have bounds too', () => {
    const step = { step: 'vendor', outcome: 'overridden', at: '2026-01-01T00:00:00.000Z', by };
    const cloud = (label: string) => ({ kind: 'custom', label });
    for (const [path, value] of [
      ['reset.steps', [{ ...step, proof: null, reason: 'x'.repeat(501) }]],
      ['reset.steps', Array.from({ length: 10 }, () => ({ ...step, proof: null, reason: 'none' }))],
      ['connector.cloud', cloud('x'.repeat(121))],
    ] as const) {
      expect(() => readHandOverFile(changed(path, value), false)).toThrow(damaged);
    }
  });
});

test('a name from the directory that a terminal would obey is written without that, and is read again', () => {
  const text = writeHandOverFile({
    tenant: { tenantId: fabrikam, name: '\u001b[31mFabri\u202ekam', primaryDomain: null },
    connector: { name: 'Connector', clientId: profileId, cloud: { kind: 'global' } },
    hasBackend: true,
    reset: presentReset(handedOver(), null),
  });
  expect(readHandOverFile(text, false).tenant.name).toBe('[31mFabri kam');
});
