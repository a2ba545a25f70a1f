import type { StatusKind } from '../../electron/contract/grant.ts';
import type { Reset } from '../../electron/contract/reset.ts';
import { isProven } from '../words/reset-words.ts';

/** Whether the connector is in a customer's tenant, as far as Evergrant's record shows. */
export type ConnectorRemains = 'there' | 'gone' | 'notKnown';

const thereBy: ReadonlySet<StatusKind> = new Set(['granted', 'onRecord', 'partial', 'excessive']);

/**
 * What is known about the connector in the tenant of a customer who is about to be forgotten: a test that
 * found it outweighs an off-boarding that ended before; a connector that is refused may or may not be there.
 *
 * @param last the customer's newest reset or off-boarding; null: there was none
 */
export function connectorRemains(kind: StatusKind, last: Reset | null): ConnectorRemains {
  if (thereBy.has(kind)) return 'there';
  if (kind === 'notGranted') return 'gone';
  const isOffBoarded = last?.purpose === 'offBoard' && isProven(last);
  return kind === 'removed' && isOffBoarded ? 'gone' : 'notKnown';
}
