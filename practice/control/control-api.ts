import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { FaultStore } from '../faults/fault-store.ts';
import type { ThrottleStore } from '../throttle/throttle-store.ts';
import { findTenant } from '../world/find.ts';
import type { PracticeTenant } from '../world/types.ts';
import type { WorldStore } from '../world/world-store.ts';
import { groupsContaining, groupsOf, memberships, tenantRecord } from './record.ts';
import { addRegistrationCalls } from './registration-calls.ts';
import type { RequestLog } from '../requests/request-log.ts';
import { changeTenant, tenantChange } from './tenant-change.ts';

export interface ControlDependencies {
  readonly store: WorldStore;
  readonly faults: FaultStore;
  readonly throttle: ThrottleStore;
  readonly requests: RequestLog;
  /** Makes the refresh tokens of an account (by user principal name) worthless. */
  readonly revokeTokens: (userPrincipalName: string) => void;
  /** The bearer token of the manifest. */
  readonly token: string;
}

const delay = z.int().min(0);
const settingsChange = z.strictObject({
  effect: z
    .strictObject({ principal: delay, token: delay, graph: delay, index: delay })
    .partial()
    .optional(),
  hiddenMembership: z.enum(['empty', 'forbidden']).optional(),
  consentShape: z.enum(['consentRequired', 'permissionDenied', 'accessDenied']).optional(),
  tokenLifetime: z.int().min(1).optional(),
});

/**
 * The control API (README.md "Control"): how tests, the tour and the bench bring the cloud into a
 * state and read its own record. Bearer token, JSON, loopback only; a wrong input answers 400 with
 * the field's name and changes nothing.
 */
export function createControlApi(dependencies: ControlDependencies): Hono {
  const { store, faults, throttle, requests } = dependencies;
  const { world } = store;
  const expected = Buffer.from(`Bearer ${dependencies.token}`);
  const api = new Hono();

  api.use(async (context, next) => {
    const given = Buffer.from(context.req.header('authorization') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return context.json({ error: 'The control token is missing or wrong.' }, 401);
    }
    return await next();
  });
  api.onError((error, context) => {
    if (error instanceof HTTPException) return context.json({ error: error.message }, error.status);
    const message = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return context.json({ error: message }, 400);
  });

  const tenant = (id: string): PracticeTenant => {
    const found =
      findTenant(world, id) ?? [...world.tenants.values()].find(({ key }) => key === id);
    if (!found) throw new HTTPException(404, { message: `There is no tenant '${id}'.` });
    return found;
  };

  api.get('/state', (context) =>
    context.json({
      seed: world.seed,
      now: store.clock.now(),
      settings: world.settings,
      tenants: [...world.tenants.values()].map(tenantRecord),
    }),
  );
  api.get('/tenants/:id', (context) => context.json(tenantRecord(tenant(context.req.param('id')))));
  api.get('/tenants/:id/memberships', (context) =>
    context.json(Object.fromEntries(memberships(tenant(context.req.param('id')).directory))),
  );
  api.get('/tenants/:id/groups', (context) => {
    const text = context.req.query('contains') ?? '';
    return context.json(groupsContaining(tenant(context.req.param('id')).directory, text));
  });
  api.get('/tenants/:id/people/:person', (context) => {
    const { id, person } = context.req.param();
    const found = tenant(id).directory.user(person);
    if (!found) throw new HTTPException(404, { message: `There is no person '${person}'.` });
    return context.json(found);
  });
  api.get('/tenants/:id/people/:person/groups', (context) => {
    const { id, person } = context.req.param();
    const groups = groupsOf(tenant(id).directory, person);
    if (!groups) throw new HTTPException(404, { message: `There is no person '${person}'.` });
    return context.json(groups);
  });
  api.post('/tenants/:id', async (context) => {
    const change = tenantChange.parse(await context.req.json());
    const changed = tenant(context.req.param('id'));
    changeTenant(store, changed, change);
    return context.json(tenantRecord(changed));
  });

  addRegistrationCalls(api, store, tenant);

  api.post('/reset', (context) => {
    store.reset();
    faults.reset();
    throttle.set({});
    requests.clear();
    return context.json({ reset: true });
  });
  api.post('/settings', async (context) => {
    const { effect, ...others } = settingsChange.parse(await context.req.json());
    store.change(() => {
      Object.assign(world.settings.effect, effect);
      Object.assign(world.settings, others);
    });
    return context.json(world.settings);
  });
  api.post('/clock/advance', async (context) => {
    const { ms } = z.strictObject({ ms: delay }).parse(await context.req.json());
    store.advance(ms);
    return context.json({ now: store.clock.now() });
  });
  api.post('/faults', async (context) => context.json(faults.set(await context.req.json())));
  api.get('/faults', (context) =>
    context.json({ settings: faults.settings, waiting: faults.waiting }),
  );
  api.post('/throttle', async (context) => context.json(throttle.set(await context.req.json())));
  api.post('/tokens/revoke', async (context) => {
    const { userPrincipalName } = z
      .strictObject({ userPrincipalName: z.string() })
      .parse(await context.req.json());
    dependencies.revokeTokens(userPrincipalName);
    return context.json({ revoked: userPrincipalName });
  });
  api.get('/requests', (context) => {
    const limit = z.coerce
      .number()
      .int()
      .min(0)
      .max(2_000)
      .parse(context.req.query('limit') ?? 200);
    return context.json({
      totals: requests.totals(),
      resourceUnits: requests.resourceUnits(),
      newest: requests.newest(limit),
    });
  });
  api.post('/requests/clear', (context) => {
    requests.clear();
    return context.json({ cleared: true });
  });
  return api;
}
