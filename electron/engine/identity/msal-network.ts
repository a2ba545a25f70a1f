import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Cloud } from '../clouds/cloud.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import { problemFromNetworkError } from '../errors/network-error.ts';
import { problemFromOauthBody, problemFromTokenError } from '../errors/token-error.ts';
import type { Network } from '../ports.ts';

/** One call into MSAL: what may stop it, and why the network failed it. */
interface MsalCall {
  readonly signal: AbortSignal | undefined;
  failure: unknown;
}

/**
 * MSAL on the engine's network port.
 *
 * MSAL knows no cancelling, and turns a failed discovery into one opaque error. Each call therefore
 * carries its signal and the true failure along (entra-graph §10, toolchain §5).
 */
export interface MsalNetwork {
  /** The network module for apps of one cloud. */
  moduleFor(cloud: Cloud): INetworkModule;
  /** Runs a call into MSAL; rejects with `EvergrantError` or `CancelledError`. */
  run<T>(signal: AbortSignal | undefined, call: () => Promise<T>): Promise<T>;
}

export function createMsalNetwork(network: Network): MsalNetwork {
  const calls = new AsyncLocalStorage<MsalCall>();
  return {
    moduleFor: (cloud) => {
      const send = async <T>(
        method: 'GET' | 'POST',
        url: string,
        options: NetworkRequestOptions = {},
      ): Promise<NetworkResponse<T>> => {
        const call = calls.getStore() ?? { signal: undefined, failure: null };
        try {
          const response = await network.send({
            url,
            method,
            headers: options.headers ?? {},
            ...(method === 'POST' && { body: options.body ?? '' }),
            ...(cloud.caPem !== undefined && { caPem: cloud.caPem }),
            ...(call.signal && { signal: call.signal }),
          });
          const body = parseBody(await response.text(), response.status);
          const isDiscovery = method === 'GET' && response.status >= 400;
          call.failure = isDiscovery ? problemFromOauthBody(body, response.status) : null;
          return {
            status: response.status,
            headers: Object.fromEntries(response.headers),
            // MSAL types the body by what it asked for and checks the fields itself.
            body: body as T,
          };
        } catch (error) {
          call.failure =
            call.signal?.aborted === true
              ? new CancelledError()
              : (problemFromNetworkError(error, new URL(url).host) ?? error);
          throw error;
        }
      };
      return {
        sendGetRequestAsync: (url, options) => send('GET', url, options),
        sendPostRequestAsync: (url, options) => send('POST', url, options),
      };
    },

    run: async (signal, work) => {
      throwIfCancelled(signal);
      const call: MsalCall = { signal, failure: null };
      try {
        return await calls.run(call, work);
      } catch (error) {
        throwIfCancelled(signal);
        throw call.failure ?? problemFromTokenError(error);
      }
    },
  };
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CancelledError();
}

/** An answer that is no JSON comes from a broken service or from something in between. */
function parseBody(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const code = status >= 500 ? 'identity.serviceUnavailable' : 'identity.authorityUnusable';
    throw new EvergrantError(code, {
      params: { error: String(status) },
      retry: status >= 500 ? 'after' : 'now',
      raw: { httpStatus: status },
      cause: error,
    });
  }
}
