import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import type { Cloud } from '../clouds/cloud.ts';
import { CancelledError } from '../errors/evergrant-error.ts';
import { problemFromForeignAnswer } from '../errors/foreign-answer.ts';
import { problemFromNetworkError } from '../errors/network-error.ts';
import { problemFromOauthBody, problemFromTokenError } from '../errors/token-error.ts';
import type { Network } from '../kernel/ports.ts';

/** One call into MSAL: what can abort it, and the network failure behind its error. */
interface MsalCall {
  readonly signal: AbortSignal | undefined;
  failure: unknown;
}

/**
 * MSAL on the engine's network port.
 *
 * MSAL has no cancellation and turns a failed discovery into one opaque error. Each call therefore carries
 * its signal and the true failure.
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
          const { status } = response;
          const body = parseBody(await response.text(), status);
          const refusal = status < 400 ? null : problemFromOauthBody(body, status);
          const isForeign = status >= 400 ? refusal === null : !isAnswer(method, body);
          if (isForeign) throw problemFromForeignAnswer(status, 'identity.serviceUnavailable');
          // MSAL handles a refusal of the token endpoint correctly, but hides one of discovery.
          call.failure = method === 'GET' ? refusal : null;
          return {
            status,
            headers: Object.fromEntries(response.headers),
            // MSAL types the body by what it requested and checks the fields itself.
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

const answer = z.record(z.string(), z.unknown());
const tokenAnswer = z.object({ access_token: z.string() });

/** Whether a successful response has the form of one: a token, or a description. */
function isAnswer(method: 'GET' | 'POST', body: unknown): boolean {
  return (method === 'POST' ? tokenAnswer : answer).safeParse(body).success;
}

/** A response that is not JSON comes from a broken service or from something between it and us. */
function parseBody(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problemFromForeignAnswer(status, 'identity.serviceUnavailable');
  }
}
