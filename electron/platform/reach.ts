import { networkInterfaces } from 'node:os';
import type { NodeNetwork } from './network.ts';

/** A network port, and what it knows of the network behind it. */
export interface Reach {
  readonly network: NodeNetwork;
  /**
   * Whether there is a network. Null if unknown: only loopback is up, and a cloud on this computer (the
   * practice cloud) answered the last request.
   */
  readonly online: () => boolean | null;
}

const thisComputer: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Watches a network port. `hasNetwork` is the operating system's own answer. */
export function watchReach(
  network: NodeNetwork,
  hasNetwork: () => boolean = systemHasNetwork,
): Reach {
  let answeredHere = false;
  return {
    network: {
      ...network,
      async send(request) {
        if (!thisComputer.has(new URL(request.url).hostname)) return await network.send(request);
        answeredHere = false;
        const answer = await network.send(request);
        answeredHere = true;
        return answer;
      },
    },
    online: () => hasNetwork() || (answeredHere ? null : false),
  };
}

/** Whether any network interface but loopback is up. */
function systemHasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((address) => !address.internal),
  );
}
