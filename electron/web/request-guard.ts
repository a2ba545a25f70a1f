/** The headers that state a request's origin. */
export interface RequestOrigin {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** A WebSocket upgrade: browsers always send its Origin, and CORS does not restrict it. */
  readonly upgrade: boolean;
}

/**
 * Whether a request may be answered: exactly our own Host (against DNS rebinding) and, if the method can
 * change something or opens a socket, exactly our own Origin.
 *
 * Source: RFC 6455 §10.2; OWASP on DNS rebinding and cross-site WebSocket hijacking.
 */
export function isOurOwn(request: RequestOrigin, address: string): boolean {
  if (request.host !== new URL(address).host) return false;
  const mayDo = request.upgrade || !['GET', 'HEAD'].includes(request.method);
  if (request.origin === undefined) return !mayDo;
  return request.origin === address;
}
