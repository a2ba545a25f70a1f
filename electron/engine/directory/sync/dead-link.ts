import { EvergrantError } from '../../errors/evergrant-error.ts';
import { isExpiredLink } from '../../errors/questions.ts';

/** Refusals about the caller, the time or the load, not about the address. */
const notOfTheLink: ReadonlySet<number> = new Set([401, 403, 407, 408, 423, 424, 425, 429]);

/** Errors of the guard when it refuses to follow a link. */
const guardCodes: ReadonlySet<string> = new Set(['guard.address', 'guard.redirect']);

/**
 * Whether a page's address is unusable, so that the tenant must be read from the first page. `isLink`: Graph
 * returned the address; a first page's address cannot expire.
 *
 * A link that Graph returned and now refuses (4xx) counts as expired, whatever the error code: the codes of
 * old tokens differ.
 */
export function isDeadLink(error: unknown, isLink: boolean): boolean {
  if (!(error instanceof EvergrantError)) return false;
  const status = error.raw?.httpStatus ?? 0;
  if (isExpiredLink(error)) return true;
  if (!isLink) return false;
  return guardCodes.has(error.code) || (status >= 400 && status < 500 && !notOfTheLink.has(status));
}

/** Answers of Graph that are not a page of this list. */
const answerCodes: ReadonlySet<string> = new Set([
  ...guardCodes,
  'sync.unreadablePage',
  'graph.pagingLoop',
]);

/** Whether Graph answered with something other than a page. */
export function isFailedAnswer(error: unknown): boolean {
  return (
    error instanceof EvergrantError &&
    (error.raw?.httpStatus !== undefined || answerCodes.has(error.code))
  );
}
