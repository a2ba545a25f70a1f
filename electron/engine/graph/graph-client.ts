import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Cloud } from '../clouds/cloud.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { problemFromForeignAnswer } from '../errors/foreign-answer.ts';
import { problemFromGraphError } from '../errors/graph-error.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import { dateOf } from '../errors/retry-after.ts';
import { createPagingEnd } from '../errors/paging-end.ts';
import type { Clock, Network, Random } from '../kernel/ports.ts';
import { AddressMiddleware } from './address-middleware.ts';
import { Exchange } from './exchange.ts';
import type { Graph, GraphBytes, GraphOptions, ThrottleNews } from './graph.ts';
import { guardNetwork } from './guard.ts';
import { RetryMiddleware } from './retry-middleware.ts';
import { SendMiddleware } from './send-middleware.ts';
import { TokenMiddleware } from './token-middleware.ts';
import type { TokenSource } from './token-middleware.ts';

/** The parts of a collection's page that paging needs. */
const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
});

/** Makes the read-only client of one tenant: Microsoft's client with our chain of middleware. */
export function createGraph(
  ports: { readonly network: Network; readonly clock: Clock; readonly random: Random },
  cloud: Cloud,
  token: { readonly source: TokenSource; readonly canRenew: boolean },
): Graph {
  const client = Client.initWithMiddleware({
    baseUrl: cloud.graphBaseUrl,
    defaultVersion: 'v1.0',
    middleware: [
      new AddressMiddleware(),
      new RetryMiddleware(ports),
      new TokenMiddleware(token.source, token.canRenew),
      new SendMiddleware({
        guarded: guardNetwork(ports.network, cloud),
        caPem: cloud.caPem,
        random: ports.random,
      }),
    ],
  });

  async function read(
    pathOrLink: string,
    options: GraphOptions = {},
    body?: object,
  ): Promise<GraphBytes> {
    const exchange = new Exchange(addressOf(pathOrLink, cloud), options);
    const request = client
      .api('/')
      .middlewareOptions([exchange])
      .headers(headersOf(options))
      .responseType(ResponseType.RAW);
    const response: unknown = await (body === undefined ? request.get() : request.post(body));
    if (exchange.failure !== null) throw exchange.failure;
    if (!(response instanceof Response)) throw new Error('The client gave no answer.');
    if (!response.ok) {
      const failure = { status: response.status, headers: response.headers };
      throw problemFromGraphError({ ...failure, body: textOf(exchange.bytes) }, ports.clock.now());
    }
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
      throw problemFromForeignAnswer(response.status, 'graph.unknownBusy');
    }
    return {
      bytes: exchange.bytes,
      requestId: response.headers.get('request-id'),
      throttle: throttleNews(response.headers),
      date: dateOf(response.headers),
    };
  }

  async function get(pathOrLink: string, options?: GraphOptions): Promise<unknown> {
    const { bytes, requestId } = await read(pathOrLink, options);
    try {
      return JSON.parse(textOf(bytes));
    } catch (error) {
      const raw = requestId === null ? {} : { requestId };
      throw new EvergrantError('graph.unreadable', { retry: 'now', raw, cause: error });
    }
  }

  return {
    get,
    page: (pathOrLink, options) => read(pathOrLink, options),
    batch: (parts, options) =>
      read('/$batch', options, {
        requests: parts.map(({ id, path }) => ({ id, method: 'GET', url: path })),
      }),
    all: async (path, options) => {
      const values: unknown[] = [];
      const end = createPagingEnd(path);
      let link: string | null = path;
      let before = '';
      while (link !== null) {
        const parsed: z.infer<typeof page> = parseAnswer(page, await get(link, options));
        values.push(...parsed.value);
        link = parsed['@odata.nextLink'] ?? null;
        const now = JSON.stringify(parsed.value);
        end.pass(link, parsed.value.length > 0 && now !== before);
        before = now;
      }
      return values;
    },
  };
}

/** A path of this cloud's Graph, or a complete link that Graph returned: the guard checks where it leads. */
function addressOf(pathOrLink: string, cloud: Cloud): string {
  return pathOrLink.startsWith('/') ? `${cloud.graphBaseUrl}/v1.0${pathOrLink}` : pathOrLink;
}

/** Graph does not keep headers for the next page, so each request sends all of them. */
function headersOf(options: GraphOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(options.eventual === true && { consistencylevel: 'eventual' }),
    ...(options.prefer !== undefined && { prefer: options.prefer }),
    ...(options.priority !== undefined && { 'x-ms-throttle-priority': options.priority }),
  };
}

function textOf(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}

function throttleNews(headers: Headers): ThrottleNews {
  return {
    limitPercentage: numberOf(headers.get('x-ms-throttle-limit-percentage')),
    resourceUnits: numberOf(headers.get('x-ms-resource-unit')),
  };
}

function numberOf(text: string | null): number | null {
  const value = Number.parseFloat(text ?? '');
  return Number.isNaN(value) ? null : value;
}
