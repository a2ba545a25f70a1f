import type { Identity } from '../identity/identity.ts';
import type { Clock, Log, Network, Random } from '../ports.ts';
import { createGraph } from './graph-client.ts';
import type { GraphFactory } from './graph.ts';

/** Makes read-only Graph clients. App-only ones take a new token when Graph no longer takes the old one. */
export function createGraphFactory(ports: {
  readonly network: Network;
  readonly identity: Pick<Identity, 'appToken'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}): GraphFactory {
  return {
    withToken: ({ cloud }, token) =>
      createGraph(ports, cloud, { source: () => Promise.resolve(token), canRenew: false }),

    appOnly: (connector, tenantId) =>
      createGraph(ports, connector.cloud, {
        canRenew: true,
        source: async ({ renew, signal }) => {
          if (renew) ports.log.info('graph.tokenRenewed', { tenantId });
          const { token } = await ports.identity.appToken(connector, tenantId, {
            fresh: renew,
            ...(signal && { signal }),
          });
          return token;
        },
      }),
  };
}
