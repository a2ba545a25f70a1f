import type { WebContents } from 'electron/main';
import type { Log } from '../engine/kernel/ports.ts';
import { isOwnUrl } from './origin.ts';

/**
 * Blocks every way for a page to leave: navigation of the page or a frame, redirects, new windows, web views.
 * A link meant for a browser is passed to `openLink`.
 *
 * Source: electronjs.org/docs/latest/tutorial/security, items 11 to 14.
 */
export function hardenContents(
  contents: WebContents,
  { log, openLink }: { readonly log: Log; readonly openLink: (url: string) => void },
): void {
  contents.on('will-navigate', (event) => {
    if (isOwnUrl(event.url)) return;
    event.preventDefault();
    log.warn('navigation refused', { kind: 'page' });
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isOwnUrl(event.url)) return;
    event.preventDefault();
    log.warn('navigation refused', { kind: event.isMainFrame ? 'page' : 'frame' });
  });
  contents.on('will-redirect', (event) => {
    if (isOwnUrl(event.url)) return;
    event.preventDefault();
    log.warn('navigation refused', { kind: 'redirect' });
  });
  contents.on('will-attach-webview', (event, webPreferences) => {
    event.preventDefault();
    delete webPreferences.preload;
    log.warn('web view refused');
  });
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}
