import { Hono } from 'hono';
import type { PagesDependencies } from '../pages/pages-dependencies.ts';
import { signedInAs } from '../pages/request-checks.ts';
import { readForm, remember, showOtherAccount, showPicker } from '../pages/sign-in-step.ts';
import { addApplicationRoutes } from './application-routes.ts';
import { addDomainRoutes } from './domain-routes.ts';
import { createVisited, portalPurpose, portalTenant } from './portal-visit.ts';
import { addRegistrationRoutes } from './registration-routes.ts';

/** The portal pages: enterprise applications, app registrations and custom domain names. */
export function createPortal(dependencies: PagesDependencies): Hono {
  const { store, sessions } = dependencies;
  const { world } = store;
  const app = new Hono({ strict: false });
  const visited = createVisited(dependencies);

  app.get('/:tenant', async (context) => {
    const sign = portalPurpose(portalTenant(dependencies, context));
    const next = new URLSearchParams({ next: context.req.query('next') ?? '' });
    return await showPicker(context, world, sessions, sign, next);
  });
  app.post('/:tenant', async (context) => {
    const tenant = portalTenant(dependencies, context);
    const returned = await readForm(context, sessions);
    if (returned.step === 'other') {
      return await showOtherAccount(context, sessions, portalPurpose(tenant), returned.parameters);
    }
    signedInAs(world, tenant, returned.account, 'Practice portal');
    await remember(context, world, sessions, returned.account);
    const home = `/portal/${tenant.tenantId}/`;
    const next = returned.parameters.get('next') ?? '';
    return context.redirect(next.startsWith(home) ? next : `${home}applications`, 303);
  });

  addApplicationRoutes(app, dependencies, visited);
  addDomainRoutes(app, dependencies, visited);
  addRegistrationRoutes(app, dependencies, visited);
  return app;
}
