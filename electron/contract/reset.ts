import { z } from 'zod';
import { verdict } from './grant.ts';
import { guid, instant, profileId, tenantId } from './ids.ts';

/** The steps of a reset, in order. */
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
 * The purpose. `reset`: ends with a new grant. `offBoard`: the customer leaves, and it ends when the
 * connector is gone.
 */
export const resetPurpose = z.enum(['reset', 'offBoard']);
export type ResetPurpose = z.infer<typeof resetPurpose>;

/** The steps of each purpose, in order. */
export const stepsOf: Readonly<Record<ResetPurpose, readonly ResetStep[]>> = {
  reset: resetStep.options,
  offBoard: resetStep.options.slice(0, 4),
};

/** A person's name, as they typed it. */
export const person = z.string().trim().min(1).max(120);

/** A reason, as a person typed it. */
export const reason = z.string().trim().min(3).max(500);

/** The maximum length of a DNS name, and of Entra's IDs. */
const domain = z.string().max(255);

/** The state of a reset: at a step, with a colleague, or at one of its two ends. */
export const resetState = z.enum([...resetStep.options, 'handedOver', 'finished', 'abandoned']);
export type ResetState = z.infer<typeof resetState>;

/**
 * How a step ended. `done`: checked by Evergrant. `confirmed`: a person confirmed it, because it
 * cannot be checked. `overridden`: a person continued without the check, and gave a reason.
 * `notNeeded`: there was nothing to do.
 */
export const stepOutcome = z.enum(['done', 'confirmed', 'overridden', 'notNeeded']);
export type StepOutcome = z.infer<typeof stepOutcome>;

/** A step that has ended, for the report. */
export const stepRecord = z.object({
  step: resetStep,
  outcome: stepOutcome,
  at: instant,
  /** Who confirmed it; null if Evergrant checked it. */
  by: person.nullable(),
  /** The reason for continuing without the step's check. */
  reason: reason.nullable(),
  /** How a deletion was proven, or where the consent for the grant was opened: on this computer or elsewhere. */
  proof: z.enum(['refusedTwice', 'notFound', 'replaced', 'here', 'elsewhere']).nullable(),
});
export type StepRecord = z.infer<typeof stepRecord>;

/** What was known of the tenant at one time, before or after. */
export const resetEvidence = z.object({
  at: instant,
  /** The time of the test that it comes from; null: there was none. */
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

/** The state in which an abandoned reset leaves the tenant. */
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

/**
 * The state of the tenant when a reset is abandoned at a step; a deletion that was not checked is not
 * reported as one.
 */
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

/** A reset's hand-over to a colleague by file, or its takeover from one. */
export const resetHand = z.object({
  kind: z.enum(['given', 'taken']),
  at: instant,
  by: person,
});
export type ResetHand = z.infer<typeof resetHand>;

/**
 * What the last check found besides the step's result. `cameBack`: the enterprise application exists
 * again. `notThereYet`, `alreadyThere`: the two meanings of AADSTS650051.
 */
export const resetNote = z.enum(['cameBack', 'notThereYet', 'alreadyThere']);
export type ResetNote = z.infer<typeof resetNote>;

/** The enterprise application came back: the steps since its deletion must be repeated. */
export const resetSetback = z.object({
  at: instant,
  undone: z.array(stepRecord).max(resetStep.options.length),
});
export type ResetSetback = z.infer<typeof resetSetback>;

/** A whole reset: the completed steps and the current state. */
export const reset = z.object({
  id: guid,
  tenantId,
  profileId,
  /** Increases with every transition: an action on an older version is refused. */
  version: z.number().int().nonnegative(),
  purpose: resetPurpose,
  state: resetState,
  /** The step at which it was handed over, while a colleague has it. */
  heldAt: resetStep.nullable(),
  startedAt: instant,
  startedBy: person,
  /** Who is working on it now. */
  holder: person,
  /** Its hand-overs and takeovers, oldest first. */
  hands: z.array(resetHand),
  steps: z.array(stepRecord).max(resetStep.options.length),
  setbacks: z.array(resetSetback).default([]),
  note: resetNote.nullable().default(null),
  before: resetEvidence.nullable(),
  after: resetEvidence.nullable(),
  /** When a new token was first refused as not installed; a second refusal proves the deletion. */
  firstRefusedAt: instant.nullable(),
  /** The earliest time for the new grant. */
  waitUntil: instant.nullable(),
  /** The portal page on which the enterprise application is deleted; null if the cloud is unknown. */
  portalPage: z.string().nullable(),
  endedAt: instant.nullable(),
  abandoned: z.object({ at: instant, by: person, reason, leftIn }).nullable(),
});
export type Reset = z.infer<typeof reset>;

/** An action of a person on a reset, or of the screen on their behalf. */
export const resetAction = z.discriminatedUnion('kind', [
  /** Confirms a step that cannot be checked. */
  z.object({ kind: z.literal('confirm'), by: person }),
  /** Continues without the step's check. */
  z.object({
    kind: z.literal('override'),
    by: person,
    reason,
  }),
  /** Checks the step now, and continues if it has ended. */
  z.object({ kind: z.literal('check') }),
  z.object({
    kind: z.literal('abandon'),
    by: person,
    reason,
  }),
  /** Hands it over: from now on a colleague continues it with the file. */
  z.object({ kind: z.literal('handOver'), by: person }),
  /** Takes it back to this computer; only possible while no one uses the file. */
  z.object({ kind: z.literal('takeBack'), by: person }),
]);
export type ResetAction = z.infer<typeof resetAction>;

/** A new reset. */
export const newReset = z.object({
  tenantId,
  /** The name of the person who works on it, for the record. */
  by: person,
  purpose: resetPurpose.default('reset'),
});
export type NewReset = z.output<typeof newReset>;
