import { saysOfGrant } from '../connection/test/refusal.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Look, LookForConnector } from './look-for-connector.ts';

/** Looks; null where no identity can. A network that is gone says nothing of that, and is thrown. */
export async function lookIfAnyoneCan(
  look: LookForConnector,
  tenantId: string,
  signal?: AbortSignal,
): Promise<Look | null> {
  try {
    return await look(tenantId, signal);
  } catch (error) {
    if (!(error instanceof EvergrantError)) throw error;
    if (saysOfGrant(error.toProblem()) === 'outOfReach') throw error;
    return null;
  }
}

/** Looks; null where no look came about, for whatever expected reason. */
export async function lookIfPossible(
  look: LookForConnector,
  tenantId: string,
  signal?: AbortSignal,
): Promise<Look | null> {
  try {
    return await look(tenantId, signal);
  } catch (error) {
    if (error instanceof EvergrantError) return null;
    throw error;
  }
}
