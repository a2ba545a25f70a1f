import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron/main';
import type { Session } from 'electron/main';
import { isInside, resolveBundleRequest } from './bundle-path.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { bundleScheme } from './origin.ts';

/** File types that the build puts into the renderer's folder. No others are served. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Makes our scheme a separate origin, like https. Call once, before the app is ready.
 *
 * Source: electronjs.org/docs/latest/api/protocol#protocolregisterschemesasprivilegedcustomschemes
 */
export function registerBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: bundleScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    },
  ]);
}

/** Serves the built screens below `root` on our scheme, in this session only. */
export function serveBundle(session: Session, root: string): void {
  session.protocol.handle(bundleScheme, (request) =>
    answerBundleRequest(root, request.method, request.url),
  );
}

/**
 * Answers one request: the file with its type and the content security policy, or an empty 4xx.
 *
 * A symbolic link that leads out of `root` is refused like any other way out.
 */
export async function answerBundleRequest(
  root: string,
  method: string,
  address: string,
): Promise<Response> {
  const request = resolveBundleRequest(root, method, address);
  if (request.kind === 'refused') return empty(request.status);

  const contentType = contentTypes.get(path.extname(request.file).toLowerCase());
  if (contentType === undefined) return empty(404);
  const real = await realPathInside(root, request.file);
  if (real === undefined) return empty(404);

  const body = method === 'HEAD' ? null : await readFile(real);
  return new Response(body, { headers: { ...commonHeaders, 'content-type': contentType } });
}

const commonHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

function empty(status: number): Response {
  return new Response(null, { status, headers: commonHeaders });
}

async function realPathInside(root: string, file: string): Promise<string | undefined> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    return isInside(realRoot, realFile) ? realFile : undefined;
  } catch {
    return undefined;
  }
}
