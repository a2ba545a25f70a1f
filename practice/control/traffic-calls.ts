import type { Hono } from 'hono';
import { z } from 'zod';
import type { FaultStore } from '../faults/fault-store.ts';
import type { RequestLog } from '../requests/request-log.ts';
import type { ThrottleStore } from '../throttle/throttle-store.ts';

/** The calls that set faults and throttling for future answers. */
export function addFaultCalls(api: Hono, faults: FaultStore, throttle: ThrottleStore): void {
  api.post('/faults', async (context) => context.json(faults.set(await context.req.json())));
  api.get('/faults', (context) =>
    context.json({ settings: faults.settings, waiting: faults.waiting }),
  );
  api.post('/throttle', async (context) => context.json(throttle.set(await context.req.json())));
}

/** The calls that read past answers. */
export function addRequestCalls(api: Hono, requests: RequestLog): void {
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
}
