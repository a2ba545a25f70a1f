import { and, assign, initialTransition, not, transition } from 'xstate';
import { resetStep } from '../../contract/reset.ts';
import type { ResetState, ResetStep, StepOutcome } from '../../contract/reset.ts';
import type { ResetEvent, ResetInput, ResetSnapshot, Row } from './events.ts';
import { parts } from './machine-parts.ts';

/** Back at the deletion; the steps since then are recorded as undone. */
const cameBack = { guard: 'provenGone', target: 'deletion', actions: 'undo' } as const;

const machine = parts.createMachine({
  id: 'reset',
  context: ({ input }) => ({
    purpose: input.purpose,
    holder: input.by,
    hands: [],
    heldAt: null,
    hasBackend: input.hasBackend,
    steps: input.hasBackend
      ? []
      : [
          {
            step: 'vendor',
            outcome: 'notNeeded',
            at: input.at,
            by: null,
            reason: null,
            proof: null,
          },
        ],
    setbacks: [],
    note: null,
    before: null,
    after: null,
    firstRefusedAt: null,
    goneAt: null,
    abandoned: null,
  }),
  initial: 'beginning',
  states: {
    beginning: { always: [{ guard: 'hasBackend', target: 'vendor' }, { target: 'evidence' }] },
    vendor: {
      on: {
        confirmed: { target: 'evidence', actions: done('vendor', 'confirmed') },
        overridden: { target: 'evidence', actions: done('vendor', 'overridden') },
        ...aside('vendor'),
      },
    },
    evidence: {
      on: {
        evidenceKept: {
          target: 'removal',
          actions: [assign({ before: ({ event }) => event.evidence }), done('evidence', 'done')],
        },
        ...aside('evidence'),
      },
    },
    removal: {
      on: {
        removedHere: { target: 'deletion', actions: done('removal', 'done') },
        ...aside('removal'),
      },
    },
    deletion: {
      on: {
        refused: [
          {
            guard: and(['refusedLongEnough', 'leaves']),
            target: 'finished',
            actions: ['gone', done('deletion', 'done', 'refusedTwice')],
          },
          {
            guard: 'refusedLongEnough',
            target: 'settling',
            actions: ['gone', done('deletion', 'done', 'refusedTwice')],
          },
          {
            guard: 'isFirstRefusal',
            actions: assign({ firstRefusedAt: ({ event }) => event.at }),
          },
        ],
        notFound: whenGone(done('deletion', 'done', 'notFound')),
        // An answer between two refusals: Microsoft's replicas were not in sync yet, or the application is
        // back.
        answered: { guard: 'tells', actions: ['learn', assign({ firstRefusedAt: null })] },
        replaced: [
          { guard: and(['leaves', 'wasRefused']), actions: assign({ firstRefusedAt: null }) },
          {
            guard: not('leaves'),
            target: 'settling',
            actions: ['gone', done('deletion', 'done', 'replaced')],
          },
        ],
        overridden: whenGone(done('deletion', 'overridden')),
        ...aside('deletion'),
      },
    },
    settling: {
      on: {
        looked: [
          { guard: 'settled', target: 'granting', actions: done('settling', 'done') },
          { guard: 'goneInTheFuture', actions: 'gone' },
        ],
        overridden: { target: 'granting', actions: done('settling', 'overridden') },
        cameBack,
        ...aside('settling'),
      },
    },
    granting: {
      on: {
        granted: [
          {
            guard: ({ event, context }) => event.here && context.hasBackend,
            target: 'vendorGrant',
            actions: [done('granting', 'done', 'here'), 'note'],
          },
          {
            guard: ({ event }) => event.here,
            target: 'testing',
            actions: [done('granting', 'done', 'here'), done('vendorGrant', 'notNeeded'), 'note'],
          },
          {
            guard: 'hasBackend',
            target: 'vendorGrant',
            actions: [done('granting', 'done', 'elsewhere'), 'note'],
          },
          {
            target: 'testing',
            actions: [
              done('granting', 'done', 'elsewhere'),
              done('vendorGrant', 'notNeeded'),
              'note',
            ],
          },
        ],
        // If Evergrant has no way to check, only a person knows that the connector was granted.
        overridden: [
          {
            guard: 'hasBackend',
            target: 'vendorGrant',
            actions: done('granting', 'overridden'),
          },
          {
            target: 'testing',
            actions: [done('granting', 'overridden'), done('vendorGrant', 'notNeeded')],
          },
        ],
        noted: { guard: 'isNews', actions: 'note' },
        cameBack,
        ...aside('granting'),
      },
    },
    vendorGrant: {
      on: {
        confirmed: { target: 'testing', actions: done('vendorGrant', 'confirmed') },
        overridden: { target: 'testing', actions: done('vendorGrant', 'overridden') },
        ...aside('vendorGrant'),
      },
    },
    testing: {
      on: {
        proven: {
          target: 'syncing',
          actions: [assign({ after: ({ event }) => event.evidence }), done('testing', 'done')],
        },
        overridden: { target: 'syncing', actions: done('testing', 'overridden') },
        cameBack,
        ...aside('testing'),
      },
    },
    syncing: {
      on: {
        synced: {
          target: 'finished',
          actions: [assign({ after: ({ event }) => event.evidence }), done('syncing', 'done')],
        },
        overridden: { target: 'finished', actions: done('syncing', 'overridden') },
        ...aside('syncing'),
      },
    },
    handedOver: {
      on: {
        takenOver: resetStep.options.map((step) => ({
          guard: { type: 'stoodAt' as const, params: { step } },
          target: step,
          actions: 'take' as const,
        })),
        abandoned: { target: 'abandoned', actions: { type: 'leave', params: { step: null } } },
      },
    },
    finished: { type: 'final' },
    abandoned: { type: 'final' },
  },
});

function done(step: ResetStep, outcome: StepOutcome, proof: Row['proof'] = null) {
  return { type: 'record' as const, params: { step, outcome, proof } };
}

/** The end if the customer leaves; otherwise Microsoft gets its time. */
function whenGone(record: ReturnType<typeof done>) {
  return [
    { guard: 'leaves' as const, target: 'finished' as const, actions: ['gone' as const, record] },
    { target: 'settling' as const, actions: ['gone' as const, record] },
  ];
}

/** The exits from every step: handed over to a colleague, or abandoned. */
function aside(step: ResetStep) {
  const params = { step };
  return {
    handedOver: {
      target: 'handedOver' as const,
      actions: { type: 'give' as const, params },
    },
    abandoned: {
      target: 'abandoned' as const,
      actions: { type: 'leave' as const, params },
    },
  };
}

/** A new reset. */
export function beginReset(input: ResetInput): ResetSnapshot {
  const [snapshot] = initialTransition(machine, input);
  return { state: snapshot.value as ResetState, context: snapshot.context };
}

/** The reset after an event; null when the event is not valid at its step. */
export function nextReset(now: ResetSnapshot, event: ResetEvent): ResetSnapshot | null {
  const snapshot = machine.resolveState({ value: now.state, context: now.context });
  if (!snapshot.can(event)) return null;
  const [next] = transition(machine, snapshot, event);
  return { state: next.value as ResetState, context: next.context };
}

/** Only for tests of the machine. */
export { machine as resetMachine };
