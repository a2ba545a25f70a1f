import { EvergrantError } from '../../errors/evergrant-error.ts';
import { isExpiredLink } from '../../errors/questions.ts';

/** Refusals that say something about the caller, the moment or the load, and nothing about the address. */
const notOfTheLink: ReadonlySet<number> = new Set([401, 403, 407, 408, 423, 424, 425, 429]);

/** Answers of a guard that will not let us follow a link. */
const guardCodes: ReadonlySet<string> = new Set(['guard.address', 'guard.redirect']);

/**
 * Whether a page's address is no good, so that the tenant must be read from the first page. `isLink`: Graph
 * gave the address; a first page has none to be expired.
 *
 * A link that Graph gave and now refuses (4xx) has expired whatever it says: the codes of old tokens
 * differ (entra-graph §4.4, §4.5).
 */
export function isDeadLink(error: unknown, isLink: boolean): boolean {
  if (!(error instanceof EvergrantError)) return false;
  const status = error.raw?.httpStatus ?? 0;
  if (isExpiredLink(error)) return true;
  if (!isLink) return false;
  return guardCodes.has(error.code) || (status >= 400 && status < 500 && !notOfTheLink.has(status));
}

/** Answers of Graph that are no page of this list. */
const answerCodes: ReadonlySet<string> = new Set([
  ...guardCodes,
  'sync.unreadablePage',
  'graph.pagingLoop',
]);

/** Whether Graph answered, and the answer was no page. */
export function isFailedAnswer(error: unknown): boolean {
  return (
    error instanceof EvergrantError &&
    (error.raw?.httpStatus !== undefined || answerCodes.has(error.code))
  );
}
