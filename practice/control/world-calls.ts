import type { Hono } from 'hono';
import { z } from 'zod';
import type { WorldStore } from '../world/world-store.ts';
import { tenantRecord } from './record.ts';

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

/** The calls about the world as a whole: its state, settings and clock. */
export function addWorldCalls(api: Hono, store: WorldStore): void {
  const { world } = store;
  api.get('/state', (context) =>
    context.json({
      seed: world.seed,
      now: store.clock.now(),
      settings: world.settings,
      tenants: [...world.tenants.values()].map(tenantRecord),
    }),
  );
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
}
