import type { RegisteredRedirect } from '../world/types.ts';

/**
 * The portal's objection to a redirect URI, or null. The portal's text box also refuses `http://127.0.0.1`,
 * which only the manifest accepts.
 */
export function complaintAboutRedirectUri(
  uri: string,
  known: readonly RegisteredRedirect[],
): string | null {
  if (!URL.canParse(uri)) return 'Must be a valid address, such as http://localhost.';
  const { protocol, hostname, hash } = new URL(uri);
  if (protocol === 'http:' && hostname !== 'localhost') {
    return 'Must start with "https://" or "http://localhost".';
  }
  if (uri.length > 256) return 'Must not have more than 256 characters.';
  if (/[!$'(),;*]/.test(uri)) return "Must not contain any of ! $ ' ( ) , ; *";
  if (hash !== '') return 'Must not have a fragment.';
  if (known.some((one) => one.uri === uri)) return 'Is already registered.';
  if (known.length >= 256) return 'There are 256 redirect URIs already, and no more are allowed.';
  return null;
}
