import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { findRegistration } from '../world/find.ts';
import { register } from '../world/registrations.ts';
import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import type { WorldStore } from '../world/world-store.ts';
import {
  changeRegistration,
  newRegistration,
  registrationChange,
  registrationRecord,
} from './registration-change.ts';

/** The control API's calls about app registrations. `tenant` finds one by ID, domain or key. */
export function addRegistrationCalls(
  api: Hono,
  store: WorldStore,
  tenant: (id: string) => PracticeTenant,
): void {
  const { world, clock } = store;
  const registration = (clientId: string): AppRegistration => {
    const found = findRegistration(world, clientId);
    if (!found) throw new HTTPException(404, { message: `There is no application '${clientId}'.` });
    return found;
  };

  api.get('/registrations', (context) => context.json(world.registrations.map(registrationRecord)));
  api.get('/registrations/:clientId', (context) =>
    context.json(registrationRecord(registration(context.req.param('clientId')))),
  );
  api.post('/tenants/:id/registrations', async (context) => {
    const facts = newRegistration.parse(await context.req.json());
    const home = tenant(context.req.param('id'));
    const made = store.change(() => register(world, home, facts, clock.now()));
    return context.json(registrationRecord(made));
  });
  api.post('/registrations/:clientId', async (context) => {
    const change = registrationChange.parse(await context.req.json());
    const changed = registration(context.req.param('clientId'));
    changeRegistration(store, changed, change, clock.now());
    return context.json(registrationRecord(changed));
  });
}
