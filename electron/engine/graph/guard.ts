import type { Cloud } from '../clouds/cloud.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Network, NetworkRequest } from '../kernel/ports.ts';
import { readOnlyBatch } from './batch-guard.ts';

/** Headers that a read needs. Others could change what a request does (`X-HTTP-Method-Override`). */
const allowedHeaders = new Set([
  'accept',
  'authorization',
  'client-request-id',
  'consistencylevel',
  'content-type',
  'prefer',
  'x-ms-throttle-priority',
]);

/**
 * The last step before the network: a port that can only read one cloud's Graph.
 *
 * Allows GET under `/v1.0/` of the cloud's exact Graph origin, and POST to `/v1.0/$batch` whose every part is
 * a GET. Anything else throws before a byte is sent, including nextLinks and deltaLinks of other hosts. A
 * redirect is refused, never followed.
 *
 * Errors: `guard.address`, `guard.method`, `guard.header`, `guard.batch`, `guard.redirect`.
 */
export function guardNetwork(network: Network, cloud: Cloud): Network {
  return {
    send: async (request) => {
      const url = checkedUrl(request.url, cloud);
      checkHeaders(request.headers);
      const response = await network.send(checkedRequest(request, url));
      const isElsewhere = response.url !== '' && new URL(response.url).origin !== url.origin;
      if ((response.status >= 300 && response.status < 400) || response.redirected || isElsewhere) {
        throw new EvergrantError('guard.redirect', { raw: { httpStatus: response.status } });
      }
      return response;
    },
  };
}

function checkedUrl(text: string, cloud: Cloud): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isGraph =
    url !== null &&
    url.protocol === 'https:' &&
    url.origin === new URL(cloud.graphBaseUrl).origin &&
    url.username === '' &&
    url.password === '' &&
    // Graph does not distinguish /V1.0 from /v1.0, and uses both in its links.
    /^\/v1\.0\//i.test(url.pathname);
  if (!isGraph) {
    throw new EvergrantError('guard.address', { params: { host: url?.host ?? '' } });
  }
  return url;
}

function checkHeaders(headers: NetworkRequest['headers']): void {
  for (const name of Object.keys(headers)) {
    if (!allowedHeaders.has(name.toLowerCase())) {
      throw new EvergrantError('guard.header', { params: { header: name } });
    }
  }
}

/** The request as it may be sent, rebuilt from what was checked. */
function checkedRequest(request: NetworkRequest, url: URL): NetworkRequest {
  const { method, headers, body, caPem, signal } = request;
  const common = {
    url: url.href,
    headers,
    ...(caPem !== undefined && { caPem }),
    ...(signal && { signal }),
  };
  if (method === 'GET' && body === undefined) return { ...common, method };
  const isBatch = method === 'POST' && url.pathname === '/v1.0/$batch' && url.search === '';
  if (!isBatch) throw new EvergrantError('guard.method', { params: { method: String(method) } });
  return { ...common, method, body: readOnlyBatch(body ?? '') };
}
