/** The proxies of the environment, as undici takes them: with a scheme. */
export interface Proxies {
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
}

/** Reads HTTPS_PROXY and HTTP_PROXY as curl does: `host:port` is a proxy that speaks HTTP. */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): Proxies {
  const httpProxy = withScheme(env['http_proxy'] ?? env['HTTP_PROXY']);
  const httpsProxy = withScheme(env['https_proxy'] ?? env['HTTPS_PROXY']);
  return { httpProxy, httpsProxy: httpsProxy ?? httpProxy };
}

function withScheme(given: string | undefined): string | undefined {
  const address = given?.trim() ?? '';
  if (address === '') return undefined;
  return address.includes('://') ? address : `http://${address}`;
}

/**
 * The error of a request that failed at the proxy, or null where the proxy let it through: `EPROXY`, with
 * the proxy's address, never its password, and the reason: `HTTP 407`, or the system's code.
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
    if (isUnreachable(inner, url)) return of('code' in inner ? String(inner.code) : inner.message);
  }
  return null;
}

/** With a proxy every connection leads to it; one that goes past it by NO_PROXY has another port or name. */
function isUnreachable(error: Error, { hostname, port, protocol }: URL): boolean {
  const wanted = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  const { code, port: tried, hostname: named } = error as Error & Record<string, unknown>;
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return error.message.includes(`${hostname}:${wanted}`);
  return tried === wanted || (named !== undefined && named === hostname);
}

function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [error, ...inner.flatMap(causesOf), ...causesOf(error.cause)];
}
