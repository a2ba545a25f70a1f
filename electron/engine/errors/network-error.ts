import { EvergrantError } from './evergrant-error.ts';

type NetworkCode =
  | 'network.offline'
  | 'network.refused'
  | 'network.tls'
  | 'network.timeout'
  | 'network.proxy'
  | 'network.redirected'
  | 'network.failed';

/**
 * A certificate that is untrusted, for another host, expired or not yet valid. A connection without
 * TLS is none of these.
 */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|^CRL_/;

/** Classifies an error code of the system, undici or Chromium. The first match counts. */
const kinds: readonly (readonly [RegExp, NetworkCode])[] = [
  [/PROXY|TUNNEL/, 'network.proxy'],
  [/REDIRECT/, 'network.redirected'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|_TLS_|_SSL_|^EPROTO$|HOSTNAME_MISMATCH|^CRL_/, 'network.tls'],
  [/TIMEDOUT|TIMED_OUT|TIMEOUT/, 'network.timeout'],
  [
    /^ENOTFOUND$|^EAI_|UNREACH|^ENETDOWN$|INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NAME_RESOLUTION|NETWORK_CHANGED|NETWORK_ACCESS_DENIED|ADDRESS_UNREACHABLE/,
    'network.offline',
  ],
  [
    /^ECONN|^EPIPE$|^Z_|CONNECTION_|SOCKET|EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|^UND_ERR_/,
    'network.refused',
  ],
];

/**
 * The problem of a request without an answer, or null when the error is not a network error.
 *
 * Codes: Node's system errors, undici's `UND_ERR_*`, Chromium's `ERR_*` net errors; searched along
 * `cause`. Retrying does not help with an invalid certificate or a refused redirect. An error of ours
 * has a code too, but not one of the system's: it is returned unchanged.
 */
export function problemFromNetworkError(error: unknown, host: string): EvergrantError | null {
  const found = findCoded(error);
  if (found === null || found instanceof EvergrantError) return found;
  const systemCode = found.code;
  const proxy = namedProxy(error);
  if (proxy !== null) {
    const isTrusted = !untrusted.test(proxy.reason);
    const details = {
      params: { host, ...proxy },
      retry: isTrusted ? 'after' : 'never',
      raw: { code: systemCode },
      cause: error,
    } as const;
    if (!isTrusted) return new EvergrantError('network.proxyTls', details);
    return new EvergrantError(
      proxy.reason === 'HTTP 407' ? 'network.proxySignIn' : 'network.namedProxy',
      details,
    );
  }
  const code = kinds.find(([pattern]) => pattern.test(systemCode))?.[1] ?? 'network.failed';
  const lasting = code === 'network.tls' || code === 'network.redirected';
  return new EvergrantError(code, {
    params: { host },
    retry: lasting ? 'never' : 'after',
    raw: { code: systemCode },
    cause: error,
  });
}

/** The proxy named in a network error, and what it did. */
function namedProxy(error: unknown): { readonly proxy: string; readonly reason: string } | null {
  const { proxy, reason } = (error ?? {}) as {
    readonly proxy?: unknown;
    readonly reason?: unknown;
  };
  return typeof proxy === 'string' && typeof reason === 'string' ? { proxy, reason } : null;
}

/** The first error along `cause` with a code, of the system's or ours. */
function findCoded(error: unknown): EvergrantError | { readonly code: string } | null {
  let current = error;
  for (let depth = 0; depth < 4 && current instanceof Error; depth += 1) {
    if (current instanceof EvergrantError) return current;
    if ('code' in current && typeof current.code === 'string') return { code: current.code };
    current = current.cause;
  }
  return null;
}
