import type { ConsentAttempt } from '../../contract/grant.ts';
import { isNotConsented, isRace, isSignInRule } from '../errors/questions.ts';
import { saysOfGrant } from '../connection/test/refusal.ts';
import type { Millis } from '../kernel/ports.ts';
import type { ResetSnapshot } from './events.ts';
import type { Look } from './look-for-connector.ts';

/**
 * What a look says of the enterprise application that was to be deleted. `another`: one with another
 * object id, granted anew, is in its place. `unclear`: something is there, and which one cannot be told.
 */
export type Standing = 'gone' | 'old' | 'another' | 'unclear';

/**
 * Tells the old enterprise application from a new one. A restored one has the object id that it had; a
 * consent makes one with another id (entra-graph §9.2).
 *
 * Where the id cannot be read, a connector that is refused is the old one: it was refused before. A sign-in
 * rule, and a principal that is switched off, would stop a new one too; and a new one whose consent is not
 * applied yet is refused as not consented (entra-graph §9.3).
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

/** The administrator said yes, or nobody knows yet what they said. */
export function isAccepted({ phase }: ConsentAttempt): boolean {
  return phase !== 'declined' && phase !== 'refused' && phase !== 'cancelled';
}

/** The administrator said yes after this moment, whether or not it has taken effect yet. */
export function isAcceptedSince(attempt: ConsentAttempt, since: Millis | null): boolean {
  const { answeredAt } = attempt;
  return answeredAt !== undefined && isAccepted(attempt) && Date.parse(answeredAt) >= (since ?? 0);
}

/** Microsoft said that the name is taken: the old one is still going, or a new one is just coming. */
export function hasRaced({ phase, problem }: ConsentAttempt): boolean {
  return phase === 'refused' && problem !== null && isRace(problem);
}
