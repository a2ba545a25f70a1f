import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { createPortal } from './portal-pages.ts';
import { findTenant } from '../world/find.ts';
import { createAdminConsentFlow } from '../pages/admin-consent-flow.ts';
import { createAuthorizeFlow } from '../pages/authorize-flow.ts';
import { DeadEnd, deadEndPage } from '../pages/dead-end.ts';
import type { PeoplePagesDependencies } from '../pages/pages-dependencies.ts';
import { sendPage } from '../pages/send-page.ts';
import { createSessions } from '../pages/session.ts';
import { styleSheet } from '../pages/style-sheet.ts';

/**
 * All pages of the practice cloud: sign-in, consent, dead ends and the portal. For plain HTTP on localhost.
 */
export function createPeoplePages(given: PeoplePagesDependencies): Hono {
  const dependencies = { ...given, sessions: createSessions(given.store.world) };
  const app = new Hono({ strict: false });

  app.use(bodyLimit({ maxSize: 64 * 1024 }));
  app.use(async (context, next) => {
    await next();
    const segments = context.req.path.split('/').filter((one) => one !== '');
    const [first = '', second = ''] = segments;
    const isPortal = first === 'portal';
    const tenant = findTenant(given.store.world, isPortal ? second : first);
    given.log.add({
      service: 'pages',
      method: context.req.method,
      route: isPortal ? `portal/${segments[2] ?? ''}` : segments.slice(1).join('/'),
      status: context.res.status,
      tenantId: tenant?.tenantId ?? null,
      appId: context.req.query('client_id')?.toLowerCase() ?? null,
      resourceUnits: 0,
      part: false,
    });
  });
  app.get('/practice.css', (context) =>
    context.body(styleSheet, 200, {
      'content-type': 'text/css; charset=utf-8',
      'x-content-type-options': 'nosniff',
    }),
  );
  app.route('/portal', createPortal(dependencies));
  app.route('/', createAuthorizeFlow(dependencies));
  app.route('/', createAdminConsentFlow(dependencies));
  app.notFound((context) =>
    sendPage(context, {
      heading: 'There is no such page',
      status: 404,
      body: html`<p>The practice cloud has no page at this address.</p>`,
    }),
  );
  app.onError((error, context) => {
    if (error instanceof DeadEnd) return sendPage(context, deadEndPage(error));
    throw error;
  });
  return app;
}
