import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import { problemFromNetworkError } from '../errors/network-error.ts';
import type { Network, Random } from '../kernel/ports.ts';
import { Exchange } from './exchange.ts';

/**
 * Last in the chain: passes the request to the guarded network and reads the whole answer, so that a
 * connection that breaks while the body is read counts as broken.
 */
export class SendMiddleware implements Middleware {
  readonly #guarded: Network;
  readonly #caPem: string | undefined;
  readonly #random: Random;

  constructor(ports: {
    readonly guarded: Network;
    readonly caPem: string | undefined;
    readonly random: Random;
  }) {
    this.#guarded = ports.guarded;
    this.#caPem = ports.caPem;
    this.#random = ports.random;
  }

  async execute(context: Context): Promise<void> {
    const exchange = Exchange.of(context);
    const { options, url } = exchange;
    const headers = new Headers(context.options?.headers);
    headers.set('client-request-id', this.#random.guid());
    const { body } = context.options ?? {};
    try {
      const response = await this.#guarded.send({
        url,
        // The guard refuses every other method; the client's type allows all of them.
        method: (context.options?.method ?? 'GET') as 'GET',
        headers: Object.fromEntries(headers),
        ...(typeof body === 'string' && { body }),
        ...(this.#caPem !== undefined && { caPem: this.#caPem }),
        ...(options.signal && { signal: options.signal }),
      });
      exchange.bytes = await response.arrayBuffer();
      if (response.ok && isCutShort(exchange.bytes)) {
        throw new EvergrantError('graph.unreadable', { retry: 'now' });
      }
      context.response = new Response(null, {
        status: response.status,
        headers: new Headers([...response.headers]),
      });
    } catch (error) {
      if (options.signal?.aborted === true) throw new CancelledError();
      if (error instanceof EvergrantError) throw error;
      throw problemFromNetworkError(error, new URL(url).host) ?? error;
    }
  }
}

const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Whether a JSON object starts but does not end: something on the way truncated it and adjusted its length.
 */
function isCutShort(bytes: ArrayBuffer): boolean {
  const text = new Uint8Array(bytes);
  let end = text.length - 1;
  while (blanks.has(text[end] ?? 0)) end -= 1;
  return text[0] === 0x7b && text[end] !== 0x7d;
}
