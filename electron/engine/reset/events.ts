import type {
  LeftIn,
  ResetEvidence,
  ResetHand,
  ResetNote,
  ResetPurpose,
  ResetState,
  ResetStep,
  StepRecord,
} from '../../contract/reset.ts';
import type { Millis } from '../kernel/ports.ts';

/** A step that has ended. */
export type Row = Omit<StepRecord, 'at'> & { readonly at: Millis };

/** The machine's context; times are milliseconds UTC. */
export interface ResetContext {
  readonly purpose: ResetPurpose;
  /** Who is working on it now. */
  readonly holder: string;
  readonly hands: readonly (Omit<ResetHand, 'at'> & { readonly at: Millis })[];
  /** Its step when it was handed over; null unless a colleague has it. */
  readonly heldAt: ResetStep | null;
  /** The profile has a vendor's backend, in which a grant must also be removed and given. */
  readonly hasBackend: boolean;
  readonly steps: readonly Row[];
  /** Steps that were undone because an enterprise application came back, and when this was detected. */
  readonly setbacks: readonly { readonly at: Millis; readonly undone: readonly Row[] }[];
  readonly note: ResetNote | null;
  readonly before: ResetEvidence | null;
  readonly after: ResetEvidence | null;
  readonly firstRefusedAt: Millis | null;
  readonly goneAt: Millis | null;
  /** How it was abandoned; null if it was not. */
  readonly abandoned: {
    readonly at: Millis;
    readonly by: string;
    readonly reason: string;
    readonly leftIn: LeftIn;
  } | null;
}

/** The events of a reset. Every event carries its time: the machine has no clock. */
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
  /** A new token was refused as not installed. */
  | { readonly type: 'refused'; readonly at: Millis }
  /** An identity that can still read the tenant does not find the enterprise application. */
  | { readonly type: 'notFound'; readonly at: Millis }
  /** The connector exists; with the object ID of its enterprise application if known. */
  | {
      readonly type: 'answered';
      readonly at: Millis;
      readonly servicePrincipalId: string | null;
    }
  /** An enterprise application with another object ID has replaced it. */
  | { readonly type: 'replaced'; readonly at: Millis }
  /** It had been proven deleted, and exists again. */
  | { readonly type: 'cameBack'; readonly at: Millis }
  | { readonly type: 'looked'; readonly at: Millis }
  | { readonly type: 'noted'; readonly at: Millis; readonly note: ResetNote | null }
  /** `raced`: found after a consent that Microsoft answered with AADSTS650051. */
  | {
      readonly type: 'granted';
      readonly at: Millis;
      readonly here: boolean;
      readonly raced: boolean;
    }
  | { readonly type: 'proven'; readonly at: Millis; readonly evidence: ResetEvidence }
  | { readonly type: 'synced'; readonly at: Millis; readonly evidence: ResetEvidence }
  /** Handed over, for a colleague to continue. */
  | { readonly type: 'handedOver'; readonly at: Millis; readonly by: string }
  /** Continued, by the colleague or by the person who takes it back. */
  | { readonly type: 'takenOver'; readonly at: Millis; readonly by: string }
  | {
      readonly type: 'abandoned';
      readonly at: Millis;
      readonly by: string;
      readonly reason: string;
    };

/** A reset between two events. */
export interface ResetSnapshot {
  readonly state: ResetState;
  readonly context: ResetContext;
}

/** The input of a new reset. */
export interface ResetInput {
  readonly purpose: ResetPurpose;
  readonly hasBackend: boolean;
  /** Who starts it. */
  readonly by: string;
  readonly at: Millis;
}
