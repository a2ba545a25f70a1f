import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Links } from '../kernel/ports.ts';
import type { Connector } from './identity.ts';
import { postToLoopback } from './loopback.ts';

/**
 * Ends a pending sign-in when the signal aborts. MSAL 7 has no cancellation, but settles immediately when its
 * own loopback listener receives "access denied" with the state of the pending sign-in.
 */
export async function withCancel<T>(
  signal: AbortSignal,
  start: (onLink: (url: string) => void) => Promise<T>,
): Promise<T> {
  let cancel = (): void => {};
  const onAbort = (): void => cancel();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await start((url) => {
      signal.throwIfAborted();
      const asked = new URL(url).searchParams;
      cancel = () => {
        postToLoopback(asked.get('redirect_uri') ?? '', {
          error: 'access_denied',
          state: asked.get('state') ?? '',
        });
      };
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/**
 * Opens the sign-in page in the technician's default browser.
 *
 * @throws EvergrantError `identity.browserNotOpened`, or the code that the host gave
 */
export async function openPage(links: Pick<Links, 'open'>, url: string): Promise<void> {
  try {
    await links.open(url);
  } catch (error) {
    if (error instanceof EvergrantError || error instanceof CancelledError) throw error;
    throw new EvergrantError('identity.browserNotOpened', { retry: 'now', cause: error });
  }
}

/** The same page, at the host name that browsers use. */
export function onBrowserHost(url: string, { cloud }: Connector): string {
  return url.startsWith(`${cloud.authorityBaseUrl}/`)
    ? cloud.browserBaseUrl + url.slice(cloud.authorityBaseUrl.length)
    : url;
}
