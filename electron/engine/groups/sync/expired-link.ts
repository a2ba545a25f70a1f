import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { StreamState } from './store.ts';

const expiredCodes: ReadonlySet<string> = new Set([
  'graph.resyncrequired',
  'graph.syncstatenotfound',
  'graph.directory_expiredpagetoken',
]);

/**
 * Whether a link is no longer good, and the tenant must be read from the first page.
 *
 * A link of an earlier sync that is simply refused (400) has expired too: the codes of old delta
 * tokens differ (entra-graph §4.5).
 */
export function isExpiredLink(error: unknown, state: Pick<StreamState, 'old'>): boolean {
  if (!(error instanceof EvergrantError)) return false;
  const status = error.raw?.httpStatus;
  return (
    expiredCodes.has(error.code.toLowerCase()) || status === 410 || (state.old && status === 400)
  );
}

/** Whether a list may be left out: the tenant does not let the connector read it. */
export function isRefusedList(error: unknown): error is EvergrantError {
  if (!(error instanceof EvergrantError)) return false;
  const status = error.raw?.httpStatus;
  return status === 403 || status === 404;
}
