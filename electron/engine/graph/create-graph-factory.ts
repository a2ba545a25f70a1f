import type { Identity } from '../identity/identity.ts';
import type { Clock, Log, Network, Random } from '../kernel/ports.ts';
import { createGraph } from './graph-client.ts';
import type { GraphFactory } from './graph.ts';
import type { TokenSource } from './token-middleware.ts';

/** Makes read-only Graph clients. App-only ones get a new token when Graph no longer accepts the old one. */
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

    appOnly: (connector, tenantId) => {
      const ask: TokenSource = async ({ renew, signal }) => {
        if (renew) ports.log.info('graph.tokenRenewed', { tenantId });
        const { token } = await ports.identity.appToken(connector, tenantId, {
          fresh: renew,
          ...(signal && { signal }),
        });
        return token;
      };
      return createGraph(ports, connector.cloud, { canRenew: true, source: askTogether(ask) });
    },
  };
}

/** Simultaneous requests share one token request. If it fails, each of the others makes its own. */
function askTogether(ask: TokenSource): TokenSource {
  let running: Promise<string> | null = null;
  return async (options) => {
    if (options.renew) return await ask(options);
    if (running !== null) {
      const shared = await running.catch(() => null);
      options.signal?.throwIfAborted();
      if (shared !== null) return shared;
    }
    const own = ask(options);
    running = own;
    try {
      return await own;
    } finally {
      if (running === own) running = null;
    }
  };
}
