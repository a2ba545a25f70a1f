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

/** What the machine remembers; times are milliseconds UTC. */
export interface ResetContext {
  readonly purpose: ResetPurpose;
  /** Who carries it out now. */
  readonly holder: string;
  readonly hands: readonly (Omit<ResetHand, 'at'> & { readonly at: Millis })[];
  /** Where it stood when it was handed over; null while nobody else has it. */
  readonly heldAt: ResetStep | null;
  /** The profile names a backend of the vendor's, where a grant must be removed and given as well. */
  readonly hasBackend: boolean;
  readonly steps: readonly Row[];
  /** Steps that were undone by an enterprise application that came back, and when it was noticed. */
  readonly setbacks: readonly { readonly at: Millis; readonly undone: readonly Row[] }[];
  readonly note: ResetNote | null;
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
  /** The connector is there; with the object id of its enterprise application where that can be told. */
  | {
      readonly type: 'answered';
      readonly at: Millis;
      readonly servicePrincipalId: string | null;
    }
  /** An enterprise application with another object id is in its place. */
  | { readonly type: 'replaced'; readonly at: Millis }
  /** It had been proven gone, and is there again. */
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
  /** Given out of hand, for a colleague to carry on. */
  | { readonly type: 'handedOver'; readonly at: Millis; readonly by: string }
  /** Carried on, by the colleague or by whoever takes it back. */
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

/** What a reset begins with. */
export interface ResetInput {
  readonly purpose: ResetPurpose;
  readonly hasBackend: boolean;
  /** Who begins it. */
  readonly by: string;
  readonly at: Millis;
}
