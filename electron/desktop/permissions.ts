import { isOwnUrl } from './origin.ts';

/**
 * What our own page may ask of the browser. Anything not listed is refused, including permissions of a later
 * Chromium.
 *
 * Source: electronjs.org/docs/latest/api/session#sessetpermissionrequesthandlerhandler
 */
const allowed: ReadonlySet<string> = new Set([
  // "Copy for ticket" writes plain text; reading the clipboard is never needed.
  'clipboard-sanitized-write',
]);

/**
 * Whether a permission is granted: only from the list above, and only to our own page's main frame.
 *
 * Used by both the request handler and the check handler: with only one of the two, Chromium approves what
 * the other would have refused.
 */
export function isPermitted(
  permission: string,
  requester: { readonly url: string | undefined; readonly isMainFrame: boolean },
): boolean {
  return (
    requester.isMainFrame &&
    requester.url !== undefined &&
    isOwnUrl(requester.url) &&
    allowed.has(permission)
  );
}
