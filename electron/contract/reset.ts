import { z } from 'zod';
import { verdict } from './grant.ts';
import { guid, instant, profileId, tenantId } from './ids.ts';

/** The steps of a reset, in their order (product.md §7). */
export const resetStep = z.enum([
  'vendor',
  'evidence',
  'removal',
  'deletion',
  'settling',
  'granting',
  'vendorGrant',
  'testing',
  'syncing',
]);
export type ResetStep = z.infer<typeof resetStep>;

/**
 * What it is done for. `reset`: granted anew at the end. `offBoard`: the customer leaves, and it ends when
 * the connector is gone.
 */
export const resetPurpose = z.enum(['reset', 'offBoard']);
export type ResetPurpose = z.infer<typeof resetPurpose>;

/** The steps of each purpose, in their order. */
export const stepsOf: Readonly<Record<ResetPurpose, readonly ResetStep[]>> = {
  reset: resetStep.options,
  offBoard: resetStep.options.slice(0, 4),
};

/** Who did something, in their own words. */
export const person = z.string().trim().min(1).max(120);

/** Why, in the words of a person. */
export const reason = z.string().trim().min(3).max(500);

/** As long as a name in DNS can be, and Entra's ids. */
const domain = z.string().max(255);

/** Where a reset stands: at a step, with a colleague, or at one of its two ends. */
export const resetState = z.enum([...resetStep.options, 'handedOver', 'finished', 'abandoned']);
export type ResetState = z.infer<typeof resetState>;

/**
 * How a step ended. `done`: checked by Evergrant. `confirmed`: a person says so, it cannot be checked.
 * `overridden`: a person went on without, and says why. `notNeeded`: nothing was to be done.
 */
export const stepOutcome = z.enum(['done', 'confirmed', 'overridden', 'notNeeded']);
export type StepOutcome = z.infer<typeof stepOutcome>;

/** A step that has ended, for the report. */
export const stepRecord = z.object({
  step: resetStep,
  outcome: stepOutcome,
  at: instant,
  /** Who said so; null where Evergrant checked by itself. */
  by: person.nullable(),
  /** Why a person went on without the step's check. */
  reason: reason.nullable(),
  /** How the end of a deletion was proven, or whose a grant was. */
  proof: z.enum(['refusedTwice', 'notFound', 'replaced', 'here', 'elsewhere']).nullable(),
});
export type StepRecord = z.infer<typeof stepRecord>;

/** What was known of the tenant at one moment, before or after. */
export const resetEvidence = z.object({
  at: instant,
  /** When the test was made that this comes from; null: there was none. */
  testedAt: instant.nullable(),
  servicePrincipalId: guid.nullable(),
  primaryDomain: domain.nullable(),
  initialDomain: domain.nullable(),
  verifiedDomains: z.array(domain).max(5_000),
  permissions: z.array(z.object({ name: z.string().max(255), verdict })).max(500),
  sync: z
    .object({
      id: guid,
      groups: z.number().int(),
      people: z.number().int(),
      memberships: z.number().int(),
    })
    .nullable(),
});
export type ResetEvidence = z.infer<typeof resetEvidence>;

/** In what state an abandoned reset leaves the tenant. */
export const leftIn = z.enum(['untouched', 'removedHere', 'deleted', 'grantedUnproven', 'proven']);
export type LeftIn = z.infer<typeof leftIn>;

const leftAt: Readonly<Record<ResetStep, LeftIn>> = {
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

/** In what state a reset leaves the tenant that is abandoned at a step; what nobody checked is not called so. */
export function leftInAt(
  step: ResetStep,
  steps: readonly Pick<StepRecord, 'step' | 'outcome'>[],
): LeftIn {
  const isChecked = (asked: ResetStep) =>
    steps.some(({ step, outcome }) => step === asked && outcome === 'done');
  const left = leftAt[step];
  if (left === 'deleted' && !isChecked('deletion')) return 'removedHere';
  return left === 'proven' && !isChecked('testing') ? 'grantedUnproven' : left;
}

/** A reset that was given out of hand as a file, or taken up from one. */
export const resetHand = z.object({
  kind: z.enum(['given', 'taken']),
  at: instant,
  by: person,
});
export type ResetHand = z.infer<typeof resetHand>;

/**
 * What the last look found beside the step. `cameBack`: the enterprise application is there again.
 * `notThereYet`, `alreadyThere`: the two readings of AADSTS650051, told apart.
 */
export const resetNote = z.enum(['cameBack', 'notThereYet', 'alreadyThere']);
export type ResetNote = z.infer<typeof resetNote>;

/** The enterprise application came back: what had been done since its deletion is to be done again. */
export const resetSetback = z.object({
  at: instant,
  undone: z.array(stepRecord).max(resetStep.options.length),
});
export type ResetSetback = z.infer<typeof resetSetback>;

/** A reset, whole: what has been done, and where it stands. */
export const reset = z.object({
  id: guid,
  tenantId,
  profileId,
  /** Goes up with every transition: whoever acts on an older one is told. */
  version: z.number().int().nonnegative(),
  purpose: resetPurpose,
  state: resetState,
  /** The step at which it was handed over, while it is with a colleague. */
  heldAt: resetStep.nullable(),
  startedAt: instant,
  startedBy: person,
  /** Who carries it out now. */
  holder: person,
  /** Through whose hands it went, oldest first. */
  hands: z.array(resetHand),
  steps: z.array(stepRecord).max(resetStep.options.length),
  setbacks: z.array(resetSetback).default([]),
  note: resetNote.nullable().default(null),
  before: resetEvidence.nullable(),
  after: resetEvidence.nullable(),
  /** When a fresh token was first refused as not installed; a second refusal proves the deletion. */
  firstRefusedAt: instant.nullable(),
  /** Not granted before this moment. */
  waitUntil: instant.nullable(),
  /** The portal's page on which the enterprise application is deleted; null where the cloud cannot be told. */
  portalPage: z.string().nullable(),
  endedAt: instant.nullable(),
  abandoned: z.object({ at: instant, by: person, reason, leftIn }).nullable(),
});
export type Reset = z.infer<typeof reset>;

/** What a person, or the screen in their name, does about a reset. */
export const resetAction = z.discriminatedUnion('kind', [
  /** Says that a step which cannot be checked is done. */
  z.object({ kind: z.literal('confirm'), by: person }),
  /** Goes on without the step's check. */
  z.object({
    kind: z.literal('override'),
    by: person,
    reason,
  }),
  /** Checks the step now, and goes on where it has ended. */
  z.object({ kind: z.literal('check') }),
  z.object({
    kind: z.literal('abandon'),
    by: person,
    reason,
  }),
  /** Gives it out of hand: from now on a colleague carries it on, with the file. */
  z.object({ kind: z.literal('handOver'), by: person }),
  /** Takes it up again here; only while nobody uses the file. */
  z.object({ kind: z.literal('takeBack'), by: person }),
]);
export type ResetAction = z.infer<typeof resetAction>;

/** A reset that begins. */
export const newReset = z.object({
  tenantId,
  /** Who carries it out, for the record. */
  by: person,
  purpose: resetPurpose.default('reset'),
});
export type NewReset = z.output<typeof newReset>;
