import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { resetPurpose, resetState, stepsOf } from '../../contract/reset.ts';
import type { ResetEvidence, ResetPurpose, ResetState, ResetStep } from '../../contract/reset.ts';
import { refusalsApartMs, settleMs } from './machine-parts.ts';
import { beginReset, nextReset, resetMachine } from './machine.ts';
import type { ResetEvent, ResetSnapshot } from './events.ts';

const second = 1_000;
const by = 'Sanne Visser';
const colleague = 'Milan Kovač';
const oldId = 'dddddddd-0000-4000-8000-000000000000';
const reason = 'The customer did it on the phone';

const evidence: ResetEvidence = {
  at: '2026-11-24T12:00:00.000Z',
  testedAt: null,
  servicePrincipalId: null,
  primaryDomain: null,
  initialDomain: null,
  verifiedDomains: [],
  permissions: [],
  sync: null,
};

const begin = (hasBackend: boolean, purpose: ResetPurpose = 'reset'): ResetSnapshot =>
  beginReset({ purpose, hasBackend, by, at: 0 });

/** Every kind of event, all at the same time. */
const eventsAt = (at: number): readonly ResetEvent[] => [
  { type: 'confirmed', at, by },
  { type: 'overridden', at, by, reason },
  { type: 'evidenceKept', at, evidence },
  { type: 'removedHere', at },
  { type: 'refused', at },
  { type: 'notFound', at },
  { type: 'answered', at, servicePrincipalId: oldId },
  { type: 'replaced', at },
  { type: 'cameBack', at },
  { type: 'looked', at },
  { type: 'noted', at, note: 'notThereYet' },
  { type: 'granted', at, here: true, raced: false },
  { type: 'granted', at, here: false, raced: true },
  { type: 'proven', at, evidence },
  { type: 'synced', at, evidence },
  { type: 'handedOver', at, by },
  { type: 'takenOver', at, by: colleague },
  { type: 'abandoned', at, by, reason },
];

/** Applies the events that are valid at their step; the others leave the reset unchanged. */
const walk = (from: ResetSnapshot, events: readonly ResetEvent[]): ResetSnapshot =>
  events.reduce((now, event) => nextReset(now, event) ?? now, from);

const wholeWay = (at: number): readonly ResetEvent[] => [
  { type: 'confirmed', at, by },
  { type: 'evidenceKept', at: at + second, evidence },
  { type: 'removedHere', at: at + 2 * second },
  { type: 'refused', at: at + 10 * second },
  { type: 'refused', at: at + 10 * second + refusalsApartMs },
  { type: 'looked', at: at + 10 * second + refusalsApartMs + settleMs },
  { type: 'granted', at: at + 90 * second, here: true, raced: false },
  { type: 'confirmed', at: at + 95 * second, by },
  { type: 'proven', at: at + 100 * second, evidence },
  { type: 'synced', at: at + 110 * second, evidence },
];

describe('the whole way', () => {
  test('with a vendor’s backend: every step in its order, each with how it ended', () => {
    const end = walk(begin(true), wholeWay(0));
    expect(end.state).toBe('finished');
    expect(end.context.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'vendor confirmed',
      'evidence done',
      'removal done',
      'deletion done',
      'settling done',
      'granting done',
      'vendorGrant confirmed',
      'testing done',
      'syncing done',
    ]);
  });

  test('without one: its two steps are not needed, and say so', () => {
    const end = walk(begin(false), wholeWay(0));
    expect(end.state).toBe('finished');
    const unneeded = end.context.steps.filter(({ outcome }) => outcome === 'notNeeded');
    expect(unneeded.map(({ step }) => step)).toEqual(['vendor', 'vendorGrant']);
    expect(end.context.steps).toHaveLength(9);
  });
});

test('when a customer leaves: it ends with the deletion, and nothing is granted', () => {
  const end = walk(begin(true, 'offBoard'), wholeWay(0));
  expect(end.state).toBe('finished');
  expect(end.context.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'vendor confirmed',
    'evidence done',
    'removal done',
    'deletion done',
  ]);
});

describe('the deletion', () => {
  const atDeletion = (): ResetSnapshot => walk(begin(false), wholeWay(0).slice(1, 3));
  const refused = (at: number): ResetEvent => ({ type: 'refused', at });

  test('is not proven by one refusal, nor by two in a row without time between', () => {
    const now = walk(atDeletion(), [refused(0), refused(second), refused(refusalsApartMs - 1)]);
    expect(now.state).toBe('deletion');
    expect(walk(now, [refused(refusalsApartMs)]).state).toBe('settling');
  });

  test('begins anew when the connector answers in between', () => {
    const now = walk(atDeletion(), [
      refused(0),
      { type: 'answered', at: second, servicePrincipalId: null },
    ]);
    expect(walk(now, [refused(refusalsApartMs)]).state).toBe('deletion');
  });

  test('tells which one is to be deleted, as long as nothing was refused', () => {
    const answered = (servicePrincipalId: string): ResetEvent => ({
      type: 'answered',
      at: second,
      servicePrincipalId,
    });
    const known = walk(atDeletion(), [answered(oldId)]);
    expect(known.context.before?.servicePrincipalId).toBe(oldId);
    expect(walk(known, [answered('other')]).context.before?.servicePrincipalId).toBe(oldId);
    const late = walk(atDeletion(), [refused(0), answered(oldId)]);
    expect(late.context.before?.servicePrincipalId).toBeNull();
  });

  test('that nobody has done yet is no news at every look: the version that a person looks at stays', () => {
    const answered: ResetEvent = { type: 'answered', at: second, servicePrincipalId: oldId };
    const known = walk(atDeletion(), [answered]);
    expect(nextReset(known, answered)).toBeNull();
    expect(nextReset(walk(known, [refused(0)]), answered)).not.toBeNull();
    const leaving = walk(begin(false, 'offBoard'), wholeWay(0).slice(1, 3));
    expect(nextReset(leaving, { type: 'replaced', at: second })).toBeNull();
  });

  test('is proven by another one in its place; not where the customer leaves', () => {
    const replaced: ResetEvent = { type: 'replaced', at: second };
    const now = walk(atDeletion(), [replaced]);
    expect(now.state).toBe('settling');
    expect(now.context.steps.at(-1)).toMatchObject({ outcome: 'done', proof: 'replaced' });
    const leaving = walk(begin(false, 'offBoard'), [...wholeWay(0).slice(1, 3), refused(0)]);
    const still = walk(leaving, [replaced, refused(refusalsApartMs)]);
    expect(still.state).toBe('deletion');
  });

  test('is proven anew where the clock was set back: a refusal from the future counts for nothing', () => {
    const now = walk(atDeletion(), [refused(3_600 * second), refused(0)]);
    expect(now.context.firstRefusedAt).toBe(0);
    expect(walk(now, [refused(refusalsApartMs)]).state).toBe('settling');
  });

  test('is followed by thirty seconds by the clock, however long nobody looked', () => {
    const gone = walk(atDeletion(), [refused(0), refused(refusalsApartMs)]);
    const looked = (at: number): ResetEvent => ({ type: 'looked', at });
    expect(walk(gone, [looked(refusalsApartMs + settleMs - 1)]).state).toBe('settling');
    expect(walk(gone, [looked(refusalsApartMs + settleMs)]).state).toBe('granting');
  });

  test('is followed by thirty seconds from now where the clock was set back', () => {
    const gone = walk(atDeletion(), [refused(3_600 * second), refused(3_610 * second)]);
    const looked = (at: number): ResetEvent => ({ type: 'looked', at });
    const now = walk(gone, [looked(0), looked(settleMs - 1)]);
    expect(now).toMatchObject({ state: 'settling', context: { goneAt: 0 } });
    expect(walk(now, [looked(settleMs)]).state).toBe('granting');
  });

  test('is proven by the clock of one computer: a colleague’s begins anew', () => {
    const now = walk(atDeletion(), [
      refused(0),
      { type: 'handedOver', at: second, by },
      { type: 'takenOver', at: refusalsApartMs, by: colleague },
      refused(refusalsApartMs),
    ]);
    expect(now.state).toBe('deletion');
    expect(walk(now, [refused(2 * refusalsApartMs)]).state).toBe('settling');
  });
});

describe('an enterprise application that comes back', () => {
  const cameBack: ResetEvent = { type: 'cameBack', at: 200 * second };
  const after = (steps: number): ResetSnapshot => walk(begin(false), wholeWay(0).slice(1, steps));

  test.each([
    ['while Microsoft is given its time', 5, 'settling', ['deletion']],
    ['before it is granted', 6, 'granting', ['deletion', 'settling']],
    ['before it is proven', 7, 'testing', ['deletion', 'settling', 'granting', 'vendorGrant']],
  ] as const)(
    '%s is deleted again, and what was done is kept as undone',
    (_, steps, at, undone) => {
      const before = after(steps);
      expect(before.state).toBe(at);
      const now = walk(before, [cameBack]);
      expect(now).toMatchObject({
        state: 'deletion',
        context: { note: 'cameBack', firstRefusedAt: null, goneAt: null },
      });
      const [setback] = now.context.setbacks;
      expect(setback?.at).toBe(cameBack.at);
      expect(setback?.undone.map(({ step }) => step)).toEqual(undone);
      expect([...now.context.steps, ...(setback?.undone ?? [])]).toEqual(before.context.steps);

      const end = walk(now, wholeWay(1_000 * second).slice(1));
      expect(end).toMatchObject({ state: 'finished', context: { note: null } });
      expect(end.context.steps).toHaveLength(9);
    },
  );

  test('sends nobody back who went on without the proof of its deletion', () => {
    const overridden: ResetEvent = { type: 'overridden', at: 3 * second, by, reason };
    const now = walk(after(3), [overridden]);
    expect(now.state).toBe('settling');
    expect(nextReset(now, cameBack)).toBeNull();
  });
});

test('a grant that nobody can see is a person’s word; the vendor’s backend that is not there is nobody’s', () => {
  const overridden: ResetEvent = { type: 'overridden', at: 90 * second, by, reason };
  const now = walk(begin(false), [...wholeWay(0).slice(1, 6), overridden]);
  expect(now.state).toBe('testing');
  expect(now.context.steps.slice(-2)).toMatchObject([
    { step: 'granting', outcome: 'overridden', by, reason, proof: null },
    { step: 'vendorGrant', outcome: 'notNeeded', by: null, reason: null },
  ]);
});

describe('AADSTS650051', () => {
  const granting = walk(begin(false), wholeWay(0).slice(1, 6));
  const noted = (note: 'notThereYet' | null): ResetEvent => ({ type: 'noted', at: second, note });

  test('is told once as not there yet, and no more when the next consent is open', () => {
    const now = walk(granting, [noted('notThereYet')]);
    expect(now).toMatchObject({ state: 'granting', context: { note: 'notThereYet' } });
    expect(nextReset(now, noted('notThereYet'))).toBeNull();
    expect(walk(now, [noted(null)]).context.note).toBeNull();
  });

  test('is told as already there until the test has proven it', () => {
    const granted: ResetEvent = { type: 'granted', at: 90 * second, here: false, raced: true };
    const now = walk(granting, [noted('notThereYet'), granted]);
    expect(now).toMatchObject({ state: 'testing', context: { note: 'alreadyThere' } });
    expect(walk(now, [{ type: 'proven', at: 0, evidence }]).context.note).toBeNull();
  });
});

describe('walking the machine', () => {
  const moments = [0, refusalsApartMs, refusalsApartMs + settleMs];
  const inputs = [true, false].flatMap((hasBackend) =>
    resetPurpose.options.map((purpose) => ({ hasBackend, purpose, by, at: 0 })),
  );
  const paths = inputs.flatMap((input) =>
    getShortestPaths(resetMachine, {
      input,
      events: moments.flatMap((at) => [...eventsAt(at)]),
      serializeState: ({ value, context }) =>
        JSON.stringify([value, context.heldAt, context.firstRefusedAt, context.goneAt]),
    }),
  );

  test('every state is reached', () => {
    const reached = new Set(paths.map(({ state }) => state.value));
    expect([...reached].sort()).toEqual([...resetState.options].sort());
  });

  test('no state is a dead end: from each the reset can still be finished', () => {
    for (const { state } of paths) {
      if (state.status === 'done') continue;
      const now = { state: state.value as ResetState, context: state.context };
      const later = 1_000 * second;
      const taken: ResetEvent = { type: 'takenOver', at: later, by: colleague };
      const onwards = [taken, ...wholeWay(later), ...wholeWay(2 * later)];
      expect(walk(now, onwards).state).toBe('finished');
    }
  });

  test('from every step it can be handed over, and the colleague carries on at the same step', () => {
    const steps = new Set<ResetStep>();
    for (const { state } of paths) {
      if (state.status === 'done' || state.value === 'handedOver') continue;
      const now = { state: state.value as ResetState, context: state.context };
      const given = walk(now, [{ type: 'handedOver', at: 0, by }]);
      expect(given.state).toBe('handedOver');
      expect(walk(given, eventsAt(0).slice(0, 3)).state).toBe('handedOver');
      const taken = walk(given, [{ type: 'takenOver', at: second, by: colleague }]);
      expect(taken.state).toBe(now.state);
      expect(taken.context.holder).toBe(colleague);
      expect(taken.context.hands.slice(-2)).toEqual([
        { kind: 'given', at: 0, by },
        { kind: 'taken', at: second, by: colleague },
      ]);
      steps.add(now.state as ResetStep);
    }
    expect(steps.size).toBe(stepsOf.reset.length);
  });

  test('every state but the two ends can be abandoned, and says how the tenant is left', () => {
    for (const { state } of paths) {
      if (state.status === 'done') continue;
      const now = { state: state.value as ResetState, context: state.context };
      const left = walk(now, [{ type: 'abandoned', at: 0, by, reason }]);
      expect(left.state).toBe('abandoned');
      expect(left.context.abandoned).toMatchObject({ by, reason });
    }
  });
});

describe('abandoned, it does not call checked what a person only said', () => {
  const overridden: ResetEvent = { type: 'overridden', at: 50 * second, by, reason };
  const leftIn = (events: readonly ResetEvent[]) =>
    walk(begin(false), [...events, { type: 'abandoned', at: 500 * second, by, reason }]).context
      .abandoned?.leftIn;
  const until = (steps: number) => wholeWay(0).slice(1, steps);

  test('that the enterprise application is gone', () => {
    expect(leftIn(until(5))).toBe('deleted');
    expect(leftIn([...until(3), overridden])).toBe('removedHere');
    expect(leftIn([...until(3), overridden, overridden])).toBe('removedHere');
  });

  test('that the new grant works', () => {
    expect(leftIn([...until(7), ...wholeWay(0).slice(8, 9)])).toBe('proven');
    expect(leftIn([...until(7), overridden])).toBe('grantedUnproven');
  });
});

test('however it goes: every override is on record with who and why, and no step is skipped or done twice', () => {
  const anyEvent = fc
    .tuple(fc.nat(eventsAt(0).length - 1), fc.integer({ min: 0, max: 60 * second }))
    .map(([kind, step]) => ({ kind, step }));
  const anyBegin = fc.record({
    hasBackend: fc.boolean(),
    purpose: fc.constantFrom(...resetPurpose.options),
  });
  fc.assert(
    fc.property(
      anyBegin,
      fc.array(anyEvent, { maxLength: 60 }),
      ({ hasBackend, purpose }, walked) => {
        let at = 0;
        let now = begin(hasBackend, purpose);
        let overrides = 0;
        for (const { kind, step } of walked) {
          at += step;
          const event = eventsAt(at)[kind];
          const next = event === undefined ? null : nextReset(now, event);
          if (next === null) continue;
          if (event?.type === 'overridden') overrides += 1;
          now = next;
        }
        const { steps, setbacks } = now.context;
        const all = [...setbacks.flatMap(({ undone }) => undone), ...steps];
        const overridden = all.filter(({ outcome }) => outcome === 'overridden');
        expect(overridden).toHaveLength(overrides);
        expect(overridden.every((one) => one.by === by && one.reason === reason)).toBe(true);
        const order = stepsOf[purpose];
        expect(steps.map(({ step }) => step)).toEqual(order.slice(0, steps.length));
        for (const { undone } of setbacks) {
          const [deletion, ...others] = undone.map(({ step }) => step);
          expect(deletion).toBe('deletion');
          expect(['deletion', ...others]).toEqual(order.slice(3, 3 + undone.length));
        }
        expect(now.state !== 'finished' || steps.length === order.length).toBe(true);
      },
    ),
  );
});
