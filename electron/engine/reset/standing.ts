import type { ConsentAttempt } from '../../contract/grant.ts';
import { isNotConsented, isRace, isSignInRule } from '../errors/questions.ts';
import { saysOfGrant } from '../connection/test/refusal.ts';
import type { Millis } from '../kernel/ports.ts';
import type { ResetSnapshot } from './events.ts';
import type { Look } from './look-for-connector.ts';

/**
 * What a check shows about the enterprise application to delete. `another`: a new grant has put one
 * with another object ID in its place. `unclear`: there is one, and it is unknown which.
 */
export type Standing = 'gone' | 'old' | 'another' | 'unclear';

/**
 * Distinguishes the old enterprise application from a new one. A restored one has its former object
 * ID; a consent creates one with another ID.
 *
 * If the ID cannot be read, a connector that is refused is the old one: it was refused before. A
 * sign-in rule, or a disabled service principal, would stop a new one too; and a new one whose
 * consent has not taken effect yet is refused as not consented.
 */
export function standingOf(look: Look, { context }: ResetSnapshot): Standing {
  if (look.kind !== 'there') return 'gone';
  const old = context.before?.servicePrincipalId ?? null;
  const { servicePrincipalId, refusal } = look;
  if (servicePrincipalId !== null && old !== null) {
    return servicePrincipalId === old ? 'old' : 'another';
  }
  const problem = refusal?.toProblem();
  if (problem === undefined || isSignInRule(problem)) return 'unclear';
  const isNewOnesToo = saysOfGrant(problem) === 'disabled' || isNotConsented(problem);
  return isNewOnesToo ? 'unclear' : 'old';
}

/** The administrator accepted, or the answer is not known yet. */
export function isAccepted({ phase }: ConsentAttempt): boolean {
  return phase !== 'declined' && phase !== 'refused' && phase !== 'cancelled';
}

/** The administrator accepted after this time, whether or not the grant has taken effect yet. */
export function isAcceptedSince(attempt: ConsentAttempt, since: Millis | null): boolean {
  const { answeredAt } = attempt;
  return answeredAt !== undefined && isAccepted(attempt) && Date.parse(answeredAt) >= (since ?? 0);
}

/**
 * Microsoft reported that the name is taken: the old one is still being deleted, or a new one is
 * being created.
 */
export function hasRaced({ phase, problem }: ConsentAttempt): boolean {
  return phase === 'refused' && problem !== null && isRace(problem);
}
