import { assign, initialTransition, setup, transition } from 'xstate';
import type {
  LeftIn,
  ResetEvidence,
  ResetState,
  ResetStep,
  StepOutcome,
  StepRecord,
} from '../../contract/reset.ts';
import type { Millis } from '../ports.ts';

/** Microsoft is given at least so long after a deletion before anything is granted anew (product.md §7). */
export const settleMs: Millis = 30_000;
/** Two refusals of fresh tokens prove a deletion when they are so far apart. */
export const refusalsApartMs: Millis = 10_000;

/** What the machine remembers; times are milliseconds UTC. */
export interface ResetContext {
  /** The profile names a backend of the vendor's, where a grant must be removed and given as well. */
  readonly hasBackend: boolean;
  readonly steps: readonly (Omit<StepRecord, 'at'> & { readonly at: Millis })[];
  readonly before: ResetEvidence | null;
  readonly after: ResetEvidence | null;
  readonly firstRefusedAt: Millis | null;
  readonly goneAt: Millis | null;
  /** How it was abandoned; null while it was not. */
  readonly abandoned: {
    readonly at: Millis;
    readonly by: string;
    readonly reason: string;
    readonly leftIn: LeftIn;
  } | null;
}

/** What can happen to a reset. Every event carries its moment: the machine knows no clock. */
export type ResetEvent =
  | { readonly type: 'confirmed'; readonly at: Millis; readonly by: string }
  | {
      readonly type: 'overridden';
      readonly at: Millis;
      readonly by: string;
      readonly reason: string;
    }
  | { readonly type: 'evidenceKept'; readonly at: Millis; readonly evidence: ResetEvidence }
  | { readonly type: 'removedHere'; readonly at: Millis }
  /** A fresh token was refused as not installed. */
  | { readonly type: 'refused'; readonly at: Millis }
  /** An identity that still reads the tenant does not find the enterprise application. */
  | { readonly type: 'notFound'; readonly at: Millis }
  /** A fresh token was given: the connector is there. */
  | { readonly type: 'answered'; readonly at: Millis }
  | { readonly type: 'looked'; readonly at: Millis }
  | { readonly type: 'granted'; readonly at: Millis; readonly here: boolean }
  | { readonly type: 'proven'; readonly at: Millis; readonly evidence: ResetEvidence }
  | { readonly type: 'synced'; readonly at: Millis; readonly evidence: ResetEvidence }
  | {
      readonly type: 'abandoned';
      readonly at: Millis;
      readonly by: string;
      readonly reason: string;
    };

/** How an abandoned reset leaves the tenant, by the step at which it stood. */
const leftBy: Readonly<Record<ResetStep, LeftIn>> = {
  vendor: 'untouched',
  evidence: 'untouched',
  removal: 'untouched',
  deletion: 'removedHere',
  settling: 'deleted',
  granting: 'deleted',
  vendorGrant: 'grantedUnproven',
  testing: 'grantedUnproven',
  syncing: 'proven',
};

type Row = ResetContext['steps'][number];

const row = (
  step: ResetStep,
  outcome: StepOutcome,
  event: ResetEvent,
  proof: Row['proof'] = null,
): Row => ({
  step,
  outcome,
  at: event.at,
  by: 'by' in event ? event.by : null,
  reason: 'reason' in event ? event.reason : null,
  proof,
});

const machine = setup({
  types: {
    context: {} as ResetContext,
    events: {} as ResetEvent,
    input: {} as { readonly hasBackend: boolean; readonly at: Millis },
  },
  actions: {
    record: assign(
      (
        { context, event },
        { step, outcome, proof }: { step: ResetStep; outcome: StepOutcome; proof?: Row['proof'] },
      ) => ({ steps: [...context.steps, row(step, outcome, event, proof ?? null)] }),
    ),
    leave: assign(({ event }, { step }: { step: ResetStep }) => ({
      abandoned:
        event.type === 'abandoned'
          ? { at: event.at, by: event.by, reason: event.reason, leftIn: leftBy[step] }
          : null,
    })),
    gone: assign(({ event }) => ({ goneAt: event.at })),
  },
  guards: {
    refusedLongEnough: ({ context, event }) =>
      context.firstRefusedAt !== null && event.at - context.firstRefusedAt >= refusalsApartMs,
    settled: ({ context, event }) =>
      context.goneAt !== null && event.at - context.goneAt >= settleMs,
    hasBackend: ({ context }) => context.hasBackend,
  },
}).createMachine({
  id: 'reset',
  context: ({ input }) => ({
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
        abandoned: abandon('vendor'),
      },
    },
    evidence: {
      on: {
        evidenceKept: {
          target: 'removal',
          actions: [assign({ before: ({ event }) => event.evidence }), done('evidence', 'done')],
        },
        abandoned: abandon('evidence'),
      },
    },
    removal: {
      on: {
        removedHere: { target: 'deletion', actions: done('removal', 'done') },
        abandoned: abandon('removal'),
      },
    },
    deletion: {
      on: {
        refused: [
          {
            guard: 'refusedLongEnough',
            target: 'settling',
            actions: ['gone', done('deletion', 'done', 'refusedTwice')],
          },
          {
            guard: ({ context }) => context.firstRefusedAt === null,
            actions: assign({ firstRefusedAt: ({ event }) => event.at }),
          },
        ],
        notFound: { target: 'settling', actions: ['gone', done('deletion', 'done', 'notFound')] },
        // An answer between two refusals: whoever refused first had not been told yet, or it is back.
        answered: { actions: assign({ firstRefusedAt: null }) },
        overridden: { target: 'settling', actions: ['gone', done('deletion', 'overridden')] },
        abandoned: abandon('deletion'),
      },
    },
    settling: {
      on: {
        looked: { guard: 'settled', target: 'granting', actions: done('settling', 'done') },
        overridden: { target: 'granting', actions: done('settling', 'overridden') },
        abandoned: abandon('settling'),
      },
    },
    granting: {
      on: {
        granted: [
          {
            guard: ({ event, context }) => event.here && context.hasBackend,
            target: 'vendorGrant',
            actions: done('granting', 'done', 'here'),
          },
          {
            guard: ({ event }) => event.here,
            target: 'testing',
            actions: [done('granting', 'done', 'here'), done('vendorGrant', 'notNeeded')],
          },
          {
            guard: 'hasBackend',
            target: 'vendorGrant',
            actions: done('granting', 'done', 'elsewhere'),
          },
          {
            target: 'testing',
            actions: [done('granting', 'done', 'elsewhere'), done('vendorGrant', 'notNeeded')],
          },
        ],
        abandoned: abandon('granting'),
      },
    },
    vendorGrant: {
      on: {
        confirmed: { target: 'testing', actions: done('vendorGrant', 'confirmed') },
        overridden: { target: 'testing', actions: done('vendorGrant', 'overridden') },
        abandoned: abandon('vendorGrant'),
      },
    },
    testing: {
      on: {
        proven: {
          target: 'syncing',
          actions: [assign({ after: ({ event }) => event.evidence }), done('testing', 'done')],
        },
        overridden: { target: 'syncing', actions: done('testing', 'overridden') },
        abandoned: abandon('testing'),
      },
    },
    syncing: {
      on: {
        synced: {
          target: 'finished',
          actions: [assign({ after: ({ event }) => event.evidence }), done('syncing', 'done')],
        },
        overridden: { target: 'finished', actions: done('syncing', 'overridden') },
        abandoned: abandon('syncing'),
      },
    },
    finished: { type: 'final' },
    abandoned: { type: 'final' },
  },
});

function done(step: ResetStep, outcome: StepOutcome, proof: Row['proof'] = null) {
  return { type: 'record' as const, params: { step, outcome, proof } };
}

function abandon(step: ResetStep) {
  return {
    target: 'abandoned' as const,
    actions: { type: 'leave' as const, params: { step } },
  };
}

/** A reset between two events. */
export interface ResetSnapshot {
  readonly state: ResetState;
  readonly context: ResetContext;
}

/** The reset at its beginning. */
export function beginReset(input: {
  readonly hasBackend: boolean;
  readonly at: Millis;
}): ResetSnapshot {
  const [snapshot] = initialTransition(machine, input);
  return { state: snapshot.value as ResetState, context: snapshot.context };
}

/** What an event makes of a reset; null where the event means nothing at its step. */
export function nextReset(now: ResetSnapshot, event: ResetEvent): ResetSnapshot | null {
  const snapshot = machine.resolveState({ value: now.state, context: now.context });
  if (!snapshot.can(event)) return null;
  const [next] = transition(machine, snapshot, event);
  return { state: next.value as ResetState, context: next.context };
}

/** For tests that walk the machine. */
export { machine as resetMachine };
