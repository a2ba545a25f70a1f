import type { Session } from 'electron/main';
import { isPermitted } from './permissions.ts';

/** What may not leave the page's session: its only traffic is on our own scheme. */
const foreign = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/**
 * Closes the session that shows our page: permissions, devices and every foreign request.
 *
 * The engine has a session of its own for the network, so nothing of ours is refused here.
 * Source: electronjs.org/docs/latest/tutorial/security, items 1 and 5.
 */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(
      isPermitted(permission, {
        url: details.requestingUrl,
        isMainFrame: details.isMainFrame,
      }),
    );
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isPermitted(permission, {
      url: details.requestingUrl ?? requestingOrigin,
      isMainFrame: details.isMainFrame,
    }),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest({ urls: foreign }, (_details, callback) => {
    callback({ cancel: true });
  });
  // Dictionaries come from a server of Google's: nothing leaves before somebody signs in.
  session.setSpellCheckerEnabled(false);
}
