import type { Graph } from '../../graph/graph.ts';
import type { TenantLabels } from '../../tenants/store.ts';
import { described, readOrganization } from './tenant-reads.ts';
import { createLookUp } from './look-up.ts';
import type { Clock } from '../../kernel/ports.ts';

/**
 * The tenant's current labels, read during other work such as a sync; null when they can't be read or another
 * tenant answers. Errors: only `CancelledError`.
 */
export async function readLabels(
  clock: Clock,
  graph: Graph,
  tenantId: string,
  signal: AbortSignal,
): Promise<TenantLabels | null> {
  const { lookUp, close } = createLookUp(clock, signal);
  try {
    const found = await readOrganization(graph, lookUp);
    const organization = described(found);
    if (organization?.tenantId !== tenantId) return null;
    const { displayName, primaryDomain, initialDomain, verifiedDomains } = organization;
    return { displayName, primaryDomain, initialDomain, verifiedDomains };
  } finally {
    close();
  }
}
