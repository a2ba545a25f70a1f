import path from 'node:path';
import { isOwnUrl } from './origin.ts';

/** The file that a request on our own scheme refers to, or the HTTP status that refuses it. */
export type BundleRequest =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 405 };

const refused = (status: 400 | 403 | 405): BundleRequest => ({ kind: 'refused', status });

/** Dot segments, plain or encoded, and encoded separators: none of our screens uses them. */
const suspicious = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|%2f|%5c|%00|\\|\0/i;

/**
 * Resolves a request on our own scheme to a file below `root`. Does not read the disk.
 *
 * An address whose last segment has no dot is a screen, and every screen is `index.html`.
 *
 * @param root the served folder, absolute.
 * Source: electronjs.org/docs/latest/api/protocol, whose sample
 * resolves against the file system's root because every path of a standard scheme starts with `/`; hence the
 * `.` before it in this function.
 */
export function resolveBundleRequest(root: string, method: string, address: string): BundleRequest {
  if (method !== 'GET' && method !== 'HEAD') return refused(405);
  if (!isOwnUrl(address)) return refused(403);
  const rawPath = address.replace(/^[^:]+:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  if (suspicious.test(rawPath)) return refused(400);

  const pathname = decode(rawPath);
  if (pathname === undefined || suspicious.test(pathname) || pathname.includes('//')) {
    return refused(400);
  }
  const isScreen = !path.posix.basename(pathname).includes('.');
  const file = path.join(root, isScreen ? 'index.html' : `.${pathname}`);
  return isInside(root, file) ? { kind: 'file', file } : refused(403);
}

/** Whether `file` is below `root`, compared by segments, so that `root-evil` is not inside `root`. */
export function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return (
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
