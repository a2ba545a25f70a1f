import type { AppRegistration } from '../world/types.ts';

type Registered = AppRegistration['redirectUris'][number];

/**
 * Finds the registered redirect URI that matches a request. For http on loopback the port is ignored; the
 * path always counts, including case, and an empty path equals `/`.
 *
 * `deeper` allows additional path segments, as the v1 admin-consent form does.
 */
export function matchRedirectUri(
  registration: AppRegistration,
  given: string,
  { deeper = false } = {},
): Registered | undefined {
  if (!URL.canParse(given)) return undefined;
  const wanted = new URL(given);
  return registration.redirectUris.find(({ uri }) => {
    const known = new URL(uri);
    const isLoopback = known.protocol === 'http:' && isLoopbackHost(known.hostname);
    const samePlace =
      known.protocol === wanted.protocol &&
      known.hostname === wanted.hostname &&
      (isLoopback || known.port === wanted.port);
    if (!samePlace || known.search !== wanted.search || wanted.hash !== '') return false;
    if (known.pathname === wanted.pathname) return true;
    return deeper && wanted.pathname.startsWith(`${known.pathname.replace(/\/$/, '')}/`);
  });
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1';
}
