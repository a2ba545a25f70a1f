import { describe, expect, test } from 'vitest';
import type { Reset, StepOutcome, StepRecord } from '../../electron/contract/reset.ts';
import { createText } from '../create-text.ts';
import { resetReport } from '../reports/reset-report.ts';
import { resetResult, setbackWords } from './reset-words.ts';

const text = createText('en', { timeZone: 'UTC' });
const at = '2026-11-26T01:00:00.000Z';
const connector = {
  name: 'Acme Shield',
  clientId: 'cccccccc-0000-4000-8000-000000000000',
  backend: null,
};

const ended = (testing: StepOutcome, reason: string | null = null): Reset => ({
  id: 'aaaaaaaa-0000-4000-8000-000000000000',
  tenantId: 'ffffffff-0000-4000-8000-000000000000',
  profileId: 'bbbbbbbb-0000-4000-8000-000000000000',
  version: 9,
  purpose: 'reset',
  state: 'finished',
  heldAt: null,
  holder: 'Sanne Visser',
  hands: [],
  startedAt: at,
  startedBy: 'Sanne Visser',
  steps: [{ step: 'testing', outcome: testing, at, by: 'Sanne Visser', reason, proof: null }],
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

describe('how a reset ended', () => {
  test('is called verified only when a test proved it', () => {
    expect(resetResult(text, ended('done'), connector)).toContain('verified');
    const without = resetResult(text, ended('overridden', 'lunch'), connector);
    expect(without).toContain('without verification');
    expect(without).not.toContain('granted');
  });

  test('is not called granted again with the enterprise application that was to be deleted', () => {
    const evidence = {
      at,
      testedAt: at,
      servicePrincipalId: 'dddddddd-0000-4000-8000-000000000000',
      primaryDomain: null,
      initialDomain: null,
      verifiedDomains: [],
      permissions: [],
      sync: null,
    };
    const same = { ...ended('done'), before: evidence, after: evidence };
    expect(resetResult(text, same, connector)).not.toContain('again');
  });
});

test('an enterprise application that reappeared is reported with both times', () => {
  const gone = '2026-11-26T00:40:00.000Z';
  const deletion = { step: 'deletion', outcome: 'done', at: gone, by: null, reason: null } as const;
  const undone = [{ ...deletion, proof: 'refusedTwice' } as const];
  const words = setbackWords(text, { at, undone }, (time) => time.slice(11, 16));
  expect(words).toBe('Gone at 00:40, back at 01:00');
});

test('what people typed cannot break out of the report', () => {
  const tenant = {
    tenantId: 'ffffffff-0000-4000-8000-000000000000',
    profileId: 'bbbbbbbb-0000-4000-8000-000000000000',
    alias: 'Fab | <b>rikam</b>',
    displayName: null,
    primaryDomain: null,
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: 'fabrikam.example',
    addedAt: at,
  };
  const subject = { tenant, connector, practice: true };
  const report = resetReport(text, subject, ended('overridden', 'so | what\n# no'), Date.parse(at));
  expect(report).toContain('PRACTICE');
  expect(report).toContain('Fab \\| \\<b\\>rikam');
  expect(report).not.toMatch(/^# no/m);
  const rows = report.split('\n').filter((line) => line.startsWith('| Test'));
  expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual([5]);
});

test('an override that was undone when it came back stays on record, with who and why', () => {
  const at = '2026-11-24T12:05:00.000Z';
  const row = { at, by: null, reason: null, proof: null };
  const undone: StepRecord[] = [
    { ...row, step: 'deletion', outcome: 'done', proof: 'refusedTwice' },
    { ...row, step: 'settling', outcome: 'overridden', by: 'Sanne Visser', reason: 'No time' },
  ];
  expect(setbackWords(text, { at, undone }, (time) => time.slice(11, 16))).toContain(
    'Sanne Visser continued. “No time”',
  );
});
