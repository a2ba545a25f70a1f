import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { Connector, Identity } from '../../identity/identity.ts';
import type { Clock } from '../../kernel/ports.ts';
import { createLookUp } from './look-up.ts';
import { readOrganization } from './tenant-reads.ts';

/**
 * Confirms by a token's `tid` that the connector was granted in the tenant that a redirect named; the
 * redirect on its own proves nothing.
 *
 * Returns the refusal to show, or null if that tenant does not know the connector either.
 */
export async function confirmOtherTenant(
  ports: {
    readonly identity: Pick<Identity, 'appToken'>;
    readonly graphs: Pick<GraphFactory, 'withToken'>;
    readonly clock: Clock;
  },
  connector: Connector,
  expected: string,
  hint: string,
  signal: AbortSignal,
): Promise<EvergrantError | null> {
  const { lookUp, close } = createLookUp(ports.clock, signal);
  try {
    const token = await ports.identity.appToken(connector, hint, { fresh: true, signal });
    if (token.tenantId !== hint) return null;
    const graph = ports.graphs.withToken(connector, token.token);
    const organization = await readOrganization(graph, lookUp);
    const name = organization.ok ? organization.value.primaryDomain : '';
    const found = name === '' ? hint : `${name} (${hint})`;
    return new EvergrantError('consent.wrongTenant', { params: { expected, found }, retry: 'now' });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EvergrantError) return null;
    throw error;
  } finally {
    close();
  }
}
