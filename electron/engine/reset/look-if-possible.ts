import { saysOfGrant } from '../connection/test/refusal.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Look, LookForConnector } from './look-for-connector.ts';

/** Runs the check; null when no identity can. A missing network shows nothing about that, and is thrown. */
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

/** Runs the check; null when it failed for any expected reason. */
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
