import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Text } from '../../text/create-text.ts';
import { attachment, downloadPath } from './downloads.ts';
import type { Downloads } from './downloads.ts';
import { handOverPage, openPage, pageAssets, refusalPage } from './pages.ts';
import { isOurOwn } from './request-guard.ts';
import { hostSecurityHeaders } from './security-headers.ts';
import type { Sessions } from './sessions.ts';

/** The session's cookie. Cookies ignore ports, so two hosts running together use different cookie names. */
export function cookieName(address: string): string {
  return `evergrant-${new URL(address).port}`;
}

/** Everything that the host serves over HTTP: the one-time link, the built screens, and exports. */
export function createSite(options: {
  readonly address: string;
  readonly rendererDir: string;
  readonly sessions: Sessions;
  readonly downloads: Pick<Downloads, 'take'>;
  readonly text: Text;
}): Hono<{ Bindings: HttpBindings }> {
  const { address, sessions, downloads, text } = options;
  const site = new Hono<{ Bindings: HttpBindings }>();

  site.use(hostSecurityHeaders(address));
  site.use(async (context, next) => {
    const request = {
      method: context.req.method,
      host: context.req.header('host'),
      origin: context.req.header('origin'),
      upgrade: false,
    };
    if (!isOurOwn(request, address)) {
      return context.text(text.t('host:page.foreign', { address }), 403);
    }
    await next();
    return;
  });

  for (const [path, { type, body }] of Object.entries(pageAssets)) {
    site.get(path, (context) => context.body(body, 200, { 'content-type': type }));
  }
  site.get('/open', (context) => {
    context.header('cache-control', 'no-store');
    const code = context.req.query('once') ?? '';
    return sessions.isOpen(code)
      ? context.html(openPage(text, code))
      : context.html(refusalPage(text, 'spentLink'), 403);
  });
  site.post('/open', bodyLimit({ maxSize: 4096 }), async (context) => {
    context.header('cache-control', 'no-store');
    const { once } = await context.req.parseBody();
    const session = typeof once === 'string' ? sessions.redeem(once) : null;
    if (!session) return context.html(refusalPage(text, 'spentLink'), 403);
    setCookie(context, cookieName(address), session.cookie, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
    return context.html(handOverPage(text, session.key));
  });

  site.use(async (context, next) => {
    if (!sessions.knowsCookie(getCookie(context, cookieName(address)))) {
      return context.html(refusalPage(text, 'noSession'), 403);
    }
    await next();
    return;
  });
  site.get(`${downloadPath}:token`, (context) => {
    context.header('cache-control', 'no-store');
    // A HEAD request would use up the path without downloading the file.
    if (context.req.method !== 'GET') return context.body(null, 405, { allow: 'GET' });
    const download = downloads.take(context.req.param('token'), () =>
      context.env.incoming.socket.destroy(),
    );
    if (!download) return context.html(refusalPage(text, 'notFound'), 404);
    return context.body(download.body, 200, {
      'content-type': download.file.mediaType,
      'content-disposition': attachment(download.file.name),
      'x-content-type-options': 'nosniff',
    });
  });
  site.use(
    '/assets/*',
    serveStatic({
      root: options.rendererDir,
      onFound: (_path, context) =>
        context.header('cache-control', 'private, max-age=31536000, immutable'),
    }),
  );
  site.use(
    serveStatic({
      root: options.rendererDir,
      onFound: (_path, context) => context.header('cache-control', 'no-cache'),
    }),
  );
  site.notFound((context) => context.html(refusalPage(text, 'notFound'), 404));
  return site;
}
