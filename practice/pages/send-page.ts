import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { renderPage } from './page.ts';
import type { Page } from './page.ts';

/**
 * Sends a page. Its policy allows our own style sheet, forms to ourselves and to the page's named targets,
 * and no script but the page's own.
 */
export async function sendPage(context: Context, page: Page): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const targets = [...new Set((page.formTargets ?? []).map((target) => new URL(target).origin))];
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `form-action ${["'self'", ...targets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(page.script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
  ].join('; ');
  context.header('content-security-policy', policy);
  context.header('cache-control', 'no-store');
  context.header('referrer-policy', 'no-referrer');
  context.header('x-content-type-options', 'nosniff');
  return await context.html(renderPage(page, nonce), page.status ?? 200);
}
