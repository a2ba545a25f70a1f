/** The environment's proxies in undici's form: with a scheme. */
export interface Proxies {
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
}

/** Reads HTTPS_PROXY, HTTP_PROXY and ALL_PROXY as curl does: `host:port` means a proxy that speaks HTTP. */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): Proxies {
  const all = withScheme(env['all_proxy'] ?? env['ALL_PROXY']);
  const httpProxy = withScheme(env['http_proxy'] ?? env['HTTP_PROXY']) ?? all;
  const httpsProxy = withScheme(env['https_proxy'] ?? env['HTTPS_PROXY']);
  return { httpProxy, httpsProxy: httpsProxy ?? httpProxy };
}

function withScheme(given: string | undefined): string | undefined {
  const address = given?.trim() ?? '';
  if (address === '') return undefined;
  return address.includes('://') ? address : `http://${address}`;
}

/**
 * Whether NO_PROXY bypasses the proxy, by the same rules as undici's: names, their subdomains, `*`, ports.
 */
export function isPastProxy(address: string, noProxy: string): boolean {
  const { hostname, port, protocol } = new URL(address);
  const name = bare(hostname);
  const asked = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return noProxy.split(/[,\s]/).some((entry) => {
    if (entry === '') return false;
    const [, host = entry, only] =
      /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? /^(.+)$/.exec(entry) ?? [];
    if (only !== undefined && only !== asked) return false;
    if (host === '*') return true;
    const suffix = bare(host.replace(/^\*?\./, ''));
    return name.endsWith(`.${suffix}`) || (name === suffix && !host.startsWith('*'));
  });
}

function bare(host: string): string {
  return host
    .replace(/^\[(.+)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * The error of a request that the proxy failed, or null if the proxy let it through: `EPROXY`, with the
 * proxy's address, never its password, and the reason: `HTTP 407`, or the system's code.
 *
 * Every connection goes to the proxy: a connection that can't be made, that ends early, or whose certificate
 * is not trusted is the proxy's failure. A server that is slow, or that closes an established connection, is
 * not.
 */
export function proxyError(error: unknown, proxy: string | undefined): Error | null {
  if (proxy === undefined) return null;
  const url = URL.parse(proxy);
  const of = (reason: string): Error =>
    Object.assign(new Error(reason, { cause: error }), {
      code: 'EPROXY',
      reason,
      proxy: url === null ? proxy.replace(/^.*@/, '') : `${url.protocol}//${url.host}`,
    });
  if (url === null || !/^https?:$/.test(url.protocol)) return of('ERR_INVALID_URL');
  for (const inner of causesOf(error)) {
    const status = /^Proxy response \((\d+)\)/.exec(inner.message)?.[1];
    if (status !== undefined) return of(`HTTP ${status}`);
    const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
    if (onTheWay.test(code)) return of(code);
  }
  return null;
}

/**
 * Failures of a connection before a response begins, by the system's or undici's code, or the error's name.
 */
const onTheWay =
  /^E(CONN|HOST|NET|AI_|NOTFOUND|PIPE|PROTO|TIMEDOUT)|^UND_ERR_(PRX|CONNECT)|^HTTPParserError$|^HPE_|CERT|SELF_SIGNED|UNABLE_TO_|_TLS_|_SSL_|^CRL_/;

function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [error, ...inner.flatMap(causesOf), ...causesOf(error.cause)];
}
