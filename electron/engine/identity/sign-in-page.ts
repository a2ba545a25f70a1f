import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Links } from '../kernel/ports.ts';
import type { Connector } from './identity.ts';
import { postToLoopback } from './loopback.ts';

/**
 * Ends a waiting sign-in when the signal aborts. MSAL 7 has no cancel, but settles at once when its own
 * loopback listener is told that access was denied, with the state that it is waiting for.
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
 * Opens the sign-in page in the person's own browser.
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

/** The same page on the host that people's browsers are to see. */
export function onBrowserHost(url: string, { cloud }: Connector): string {
  return url.startsWith(`${cloud.authorityBaseUrl}/`)
    ? cloud.browserBaseUrl + url.slice(cloud.authorityBaseUrl.length)
    : url;
}
