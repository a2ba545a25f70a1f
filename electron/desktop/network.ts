import { session } from 'electron/main';
import type { Session } from 'electron/main';
import type { Network } from '../engine/kernel/ports.ts';

/** The part of Electron's session that the network needs. */
export type FetchingSession = Pick<Session, 'fetch'>;

/**
 * The session of the engine's requests: in memory, without cache, separate from the page's.
 *
 * A partition without `persist:` is never written to disk.
 * Source: electronjs.org/docs/latest/api/session#sessionfrompartitionpartition-options
 */
export function openNetworkSession(version: string): Session {
  const own = session.fromPartition('evergrant-network', { cache: false });
  own.setUserAgent(`Evergrant/${version}`);
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  own.setPermissionCheckHandler(() => false);
  return own;
}

/**
 * The desktop's network: Chromium's own stack, and with it the system's proxy and trust store.
 *
 * A request with its own CA goes to `customCloud`: Chromium's trust applies to the whole process, and a
 * custom cloud's CA must be trusted only for that cloud.
 */
export function createDesktopNetwork(own: FetchingSession, customCloud: Network): Network {
  return {
    async send(request) {
      const { url, method, headers, body, caPem, signal } = request;
      if (caPem !== undefined) return customCloud.send(request);
      try {
        return await own.fetch(url, {
          method,
          headers: { ...headers },
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          bypassCustomProtocolHandlers: true,
          ...(body !== undefined && { body }),
          ...(signal !== undefined && { signal }),
        });
      } catch (error) {
        signal?.throwIfAborted();
        throw systemError(error);
      }
    },
  };
}

/**
 * Chromium's error names and the matching system codes that the engine knows.
 *
 * Source: chromium, net/base/net_error_list.h
 */
const systemCodes: ReadonlyMap<string, string> = new Map([
  ['ERR_NAME_NOT_RESOLVED', 'ENOTFOUND'],
  ['ERR_INTERNET_DISCONNECTED', 'ENETUNREACH'],
  ['ERR_NETWORK_CHANGED', 'ENETUNREACH'],
  ['ERR_ADDRESS_UNREACHABLE', 'EHOSTUNREACH'],
  ['ERR_CONNECTION_REFUSED', 'ECONNREFUSED'],
  ['ERR_CONNECTION_RESET', 'ECONNRESET'],
  ['ERR_CONNECTION_CLOSED', 'ECONNRESET'],
  ['ERR_EMPTY_RESPONSE', 'ECONNRESET'],
  ['ERR_CONNECTION_TIMED_OUT', 'ETIMEDOUT'],
  ['ERR_TIMED_OUT', 'ETIMEDOUT'],
  ['ERR_CERT_AUTHORITY_INVALID', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['ERR_CERT_COMMON_NAME_INVALID', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['ERR_CERT_DATE_INVALID', 'CERT_HAS_EXPIRED'],
]);

/** Gives Chromium's error the system's code. An error without one keeps Chromium's name as its code. */
function systemError(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const name = /net::(ERR_\w+)/.exec(message)?.[1];
  const redirected = name === undefined && /redirect/i.test(message);
  const code = redirected ? 'EREDIRECT' : (systemCodes.get(name ?? '') ?? name ?? 'ENETWORK');
  return Object.assign(new Error(message, { cause: error }), { code });
}
