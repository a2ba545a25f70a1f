import { z } from 'zod';
import type { Network, NetworkRequest } from '../../electron/engine/kernel/ports.ts';
import type { GraphDescription } from './graph-description.ts';

/** A network port that records what passes through it. */
export interface RecordingNetwork extends Network {
  readonly requests: readonly NetworkRequest[];
  /** Requests to this host's Graph, as method and target; each part of a batch is listed separately. */
  graphRequests(
    graphBaseUrl: string,
  ): readonly { readonly method: string; readonly target: string }[];
  /** How the sent Graph requests differ from Microsoft's description. */
  objections(graphBaseUrl: string, description: GraphDescription): readonly string[];
}

const batch = z.object({
  requests: z.array(z.object({ method: z.string(), url: z.string() })),
});

/** Sign-in endpoints, for a cloud whose sign-in and Graph share a host. */
const signIn = /\/(?:oauth2\/v2\.0|v2\.0\/\.well-known|discovery)\//;

/** Puts a recorder in front of a network port. */
export function recordNetwork(network: Network): RecordingNetwork {
  const requests: NetworkRequest[] = [];
  const graphRequests: RecordingNetwork['graphRequests'] = (graphBaseUrl) =>
    requests
      .filter((request) => request.url.startsWith(`${graphBaseUrl}/`))
      .filter((request) => !signIn.test(new URL(request.url).pathname))
      .flatMap((request) => {
        const { pathname, search } = new URL(request.url);
        const whole = [{ method: request.method, target: pathname + search }];
        if (pathname !== '/v1.0/$batch') return whole;
        const parts = batch.parse(JSON.parse(request.body ?? '')).requests;
        return [...whole, ...parts.map((part) => ({ ...part, target: `/v1.0${part.url}` }))];
      });
  return {
    requests,
    send: (request) => {
      requests.push(request);
      return network.send(request);
    },
    graphRequests,
    objections: (graphBaseUrl, description) =>
      graphRequests(graphBaseUrl).flatMap(
        ({ method, target }) => description.objection(method, target) ?? [],
      ),
  };
}
