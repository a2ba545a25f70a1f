import type { Session } from 'electron/main';
import { isPermitted } from './permissions.ts';

/** Requests that the page's session blocks: its only traffic is on our own scheme. */
const foreign = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/**
 * Locks down the session that shows our page: refuses permissions, devices and every foreign request.
 *
 * The engine has a separate session for the network, so none of its requests are refused by this.
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
  // Dictionaries come from a Google server: nothing is sent before a person signs in.
  session.setSpellCheckerEnabled(false);
}
