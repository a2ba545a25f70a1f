import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { FaultStore } from '../faults/fault-store.ts';
import type { RequestLog } from '../requests/request-log.ts';
import type { ThrottleStore } from '../throttle/throttle-store.ts';
import { findTenant } from '../world/find.ts';
import type { PracticeTenant } from '../world/types.ts';
import type { WorldStore } from '../world/world-store.ts';
import { addRegistrationCalls } from './registration-calls.ts';
import { addTenantCalls } from './tenant-calls.ts';
import { addFaultCalls, addRequestCalls } from './traffic-calls.ts';
import { addWorldCalls } from './world-calls.ts';

export interface ControlDependencies {
  readonly store: WorldStore;
  readonly faults: FaultStore;
  readonly throttle: ThrottleStore;
  readonly requests: RequestLog;
  /** Revokes the refresh tokens of an account (by user principal name). */
  readonly revokeTokens: (userPrincipalName: string) => void;
  /** The bearer token from the manifest. */
  readonly token: string;
}

/**
 * The control API (README.md "Control"), with which tests, the tour and the bench set the cloud's state and
 * read its record. Bearer token, JSON, loopback only; invalid input is answered with 400 and the field's
 * name, and changes nothing.
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

  addWorldCalls(api, store);
  addTenantCalls(api, store, tenant);
  addRegistrationCalls(api, store, tenant);
  addFaultCalls(api, faults, throttle);
  addRequestCalls(api, requests);

  api.post('/reset', (context) => {
    store.reset();
    faults.reset();
    throttle.set({});
    requests.clear();
    return context.json({ reset: true });
  });
  api.post('/tokens/revoke', async (context) => {
    const { userPrincipalName } = z
      .strictObject({ userPrincipalName: z.string() })
      .parse(await context.req.json());
    dependencies.revokeTokens(userPrincipalName);
    return context.json({ revoked: userPrincipalName });
  });
  return api;
}
