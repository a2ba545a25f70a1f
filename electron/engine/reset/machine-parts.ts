import { assign, setup } from 'xstate';
import { leftInAt } from '../../contract/reset.ts';
import type { ResetStep, StepOutcome } from '../../contract/reset.ts';
import type { Millis } from '../kernel/ports.ts';
import type { ResetContext, ResetEvent, ResetInput, Row } from './events.ts';

/** The minimum time that Microsoft gets between a deletion and a new grant. */
export const settleMs: Millis = 30_000;
/** The minimum time between two refusals of new tokens that together prove a deletion. */
export const refusalsApartMs: Millis = 10_000;

/** A skipped step records no person. */
const row = (
  step: ResetStep,
  outcome: StepOutcome,
  event: ResetEvent,
  proof: Row['proof'] = null,
): Row => ({
  step,
  outcome,
  at: event.at,
  by: 'by' in event && outcome !== 'notNeeded' ? event.by : null,
  reason: 'reason' in event && outcome !== 'notNeeded' ? event.reason : null,
  proof,
});

/** The machine's actions on its context at transitions, and its guards before them. */
export const parts = setup({
  types: {
    context: {} as ResetContext,
    events: {} as ResetEvent,
    input: {} as ResetInput,
  },
  actions: {
    record: assign(
      (
        { context, event },
        { step, outcome, proof }: { step: ResetStep; outcome: StepOutcome; proof?: Row['proof'] },
      ) => ({ steps: [...context.steps, row(step, outcome, event, proof ?? null)], note: null }),
    ),
    leave: assign(({ context, event }, { step }: { step: ResetStep | null }) => {
      const at = step ?? context.heldAt;
      if (event.type !== 'abandoned' || at === null) return {};
      const { by, reason } = event;
      return { abandoned: { at: event.at, by, reason, leftIn: leftInAt(at, context.steps) } };
    }),
    give: assign(({ context, event }, { step }: { step: ResetStep }) =>
      event.type === 'handedOver'
        ? { heldAt: step, hands: [...context.hands, { kind: 'given', at: event.at, by: event.by }] }
        : {},
    ),
    take: assign(({ context, event }) =>
      event.type === 'takenOver'
        ? {
            heldAt: null,
            holder: event.by,
            // Times that can come from another computer's clock: measured again with this one's.
            firstRefusedAt: null,
            goneAt: context.goneAt === null ? null : event.at,
            hands: [...context.hands, { kind: 'taken', at: event.at, by: event.by }],
          }
        : {},
    ),
    gone: assign(({ event }) => ({ goneAt: event.at })),
    note: assign(({ event }) => {
      if (event.type === 'noted') return { note: event.note };
      return event.type === 'granted' && event.raced ? { note: 'alreadyThere' as const } : {};
    }),
    undo: assign(({ context, event }) => {
      const from = context.steps.findIndex(({ step }) => step === 'deletion');
      const undone = context.steps.slice(from);
      return {
        steps: context.steps.slice(0, from),
        setbacks: [...context.setbacks, { at: event.at, undone }],
        note: 'cameBack' as const,
        firstRefusedAt: null,
        goneAt: null,
      };
    }),
    // An enterprise application that answers before any refusal is the one to delete.
    learn: assign(({ context: { before, firstRefusedAt }, event }) => {
      if (event.type !== 'answered' || before === null || firstRefusedAt !== null) return {};
      const servicePrincipalId = before.servicePrincipalId ?? event.servicePrincipalId;
      return { before: { ...before, servicePrincipalId } };
    }),
  },
  guards: {
    refusedLongEnough: ({ context, event }) =>
      context.firstRefusedAt !== null && event.at - context.firstRefusedAt >= refusalsApartMs,
    // A time in the future comes from a clock that was set back since; without this check it would never
    // be long enough ago.
    isFirstRefusal: ({ context: { firstRefusedAt }, event }) =>
      firstRefusedAt === null || event.at < firstRefusedAt,
    wasRefused: ({ context }) => context.firstRefusedAt !== null,
    // Every check finds the same application again; only a real change makes a new version.
    tells: ({ context: { before, firstRefusedAt }, event }) =>
      firstRefusedAt !== null ||
      (event.type === 'answered' &&
        event.servicePrincipalId !== null &&
        before?.servicePrincipalId === null),
    goneInTheFuture: ({ context, event }) => context.goneAt !== null && event.at < context.goneAt,
    settled: ({ context, event }) =>
      context.goneAt !== null && event.at - context.goneAt >= settleMs,
    hasBackend: ({ context }) => context.hasBackend,
    // A person who continued without the proof is not sent back because of it.
    provenGone: ({ context }) =>
      context.steps.some(({ step, outcome }) => step === 'deletion' && outcome === 'done'),
    isNews: ({ context, event }) => event.type === 'noted' && event.note !== context.note,
    leaves: ({ context }) => context.purpose === 'offBoard',
    stoodAt: ({ context }, { step }: { step: ResetStep }) => context.heldAt === step,
  },
});
