/** The headers by which a request says where it comes from. */
export interface RequestOrigin {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** An upgrade to WebSocket: browsers send its Origin always, and CORS does not hold it. */
  readonly upgrade: boolean;
}

/**
 * Whether a request may be answered at all: exactly our own Host (against DNS rebinding) and, where
 * the method can do something or a socket is opened, exactly our own Origin.
 *
 * Source: RFC 6455 §10.2; OWASP on DNS rebinding and cross-site WebSocket hijacking.
 */
export function isOurOwn(request: RequestOrigin, address: string): boolean {
  if (request.host !== new URL(address).host) return false;
  const mayDo = request.upgrade || !['GET', 'HEAD'].includes(request.method);
  if (request.origin === undefined) return !mayDo;
  return request.origin === address;
}
