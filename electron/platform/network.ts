import { createSecureContext, getCACertificates } from 'node:tls';
import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import type { Network } from '../engine/kernel/ports.ts';
import { isPastProxy, proxiesOf, proxyError } from './proxies.ts';

/** A network that can be closed: its idle connections would keep a process alive. */
export interface NodeNetwork extends Network {
  close(): Promise<void>;
}

/** A proxy can't reach this computer's own practice cloud. */
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The network of every host without Electron: undici's own fetch.
 *
 * Trusts the bundled and the system's CAs (a company's TLS inspection included), and a custom cloud's CA only
 * for requests to that cloud. The proxy comes from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; the proxy's failures
 * are reported as such. Node's global fetch does not accept undici 8's agents.
 */
export function createNodeNetwork(): NodeNetwork {
  const trusted = [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  const noProxy = [process.env['NO_PROXY'] ?? process.env['no_proxy'] ?? '', ...loopback]
    .filter((one) => one !== '')
    .join(',');
  const proxies = proxiesOf(process.env);
  const proxyFor = (url: string): string | undefined => {
    if (isPastProxy(url, noProxy)) return undefined;
    return url.startsWith('https:') ? proxies.httpsProxy : proxies.httpProxy;
  };
  const agents = new Map<string, EnvHttpProxyAgent>();
  const agentFor = (caPem: string | undefined): EnvHttpProxyAgent => {
    const known = agents.get(caPem ?? '');
    if (known) return known;
    // Read once: with `ca`, every new connection would parse some 150 certificates on the host's thread.
    const secureContext = createSecureContext({
      ca: caPem === undefined ? trusted : [...trusted, caPem],
    });
    const agent = new EnvHttpProxyAgent({
      ...proxies,
      connect: { secureContext },
      requestTls: { secureContext },
      proxyTls: { secureContext },
      noProxy,
    });
    agents.set(caPem ?? '', agent);
    return agent;
  };
  return {
    async send({ url, method, headers, body, caPem, signal }) {
      try {
        const answer = await undiciFetch(url, {
          method,
          headers: { ...headers },
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          dispatcher: agentFor(caPem),
          ...(body !== undefined && { body }),
          ...(signal && { signal }),
        });
        return answer as unknown as Response;
      } catch (error) {
        signal?.throwIfAborted();
        throw proxyError(error, proxyFor(url)) ?? networkError(error);
      }
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
      agents.clear();
    },
  };
}

/**
 * fetch hides the system's error in `cause`, behind "fetch failed"; the port needs its code at the top level.
 */
function networkError(error: unknown): Error {
  let inner: unknown = error;
  while (inner instanceof Error) {
    if ('code' in inner && typeof inner.code === 'string') {
      return Object.assign(new Error(inner.message, { cause: error }), { code: inner.code });
    }
    if (inner instanceof AggregateError && inner.errors.length > 0) inner = inner.errors[0];
    else if (inner.cause instanceof Error) inner = inner.cause;
    else break;
  }
  const message = inner instanceof Error ? inner.message : String(error);
  const code = /redirect/i.test(message) ? 'EREDIRECT' : 'ENETWORK';
  return Object.assign(new Error(message, { cause: error }), { code });
}
