import type { Page, WebSocketRoute } from '@playwright/test';
import { z } from 'zod';

/** A problem as the engine reports it. */
interface ToldProblem {
  readonly code: string;
  readonly params: Record<string, string>;
  readonly retry: 'now' | 'after' | 'never';
}

/** What is altered between a window and its engine. Calls are named as in the contract: `groups.list`. */
export interface Alterations {
  /**
   * Stops a call before it reaches the engine: returns the problem that answers it, or null to let it pass.
   */
  readonly refuse?: (call: string, input: unknown) => ToldProblem | null;
  /** Returns what the window gets instead of the engine's answer or the events of an open call. */
  readonly rewrite?: (call: string, answer: unknown) => unknown;
}

const json = z.looseObject({ json: z.unknown() });
const request = z.looseObject({
  i: z.string(),
  t: z.undefined().optional(),
  p: z.looseObject({ u: z.string(), b: json.optional() }),
});
const answer = z.looseObject({
  i: z.string(),
  p: z.looseObject({ b: json.optional(), d: json.optional() }),
});

/** Alters what passes between a window and its engine, from the next load of the window. */
export async function alterLine(page: Page, { refuse, rewrite }: Alterations): Promise<void> {
  await page.routeWebSocket(/\/rpc$/, (window) => {
    const engine = window.connectToServer();
    const open = new Map<string, string>();
    window.onMessage((message) => {
      const asked = parsed(request, message);
      if (asked === null) return engine.send(message);
      const call = asked.p.u.slice(1).replaceAll('/', '.');
      open.set(asked.i, call);
      const problem = refuse?.(call, asked.p.b?.json) ?? null;
      if (problem === null) engine.send(message);
      else answerWith(window, asked.i, problem);
    });
    engine.onMessage((message) => {
      const told = parsed(answer, message);
      const body = told?.p.d ?? told?.p.b;
      const call = told === null ? undefined : open.get(told.i);
      if (told === null || body === undefined || call === undefined) return window.send(message);
      body.json = rewrite?.(call, body.json) ?? body.json;
      window.send(JSON.stringify(told));
    });
  });
}

function answerWith(window: WebSocketRoute, id: string, data: ToldProblem): void {
  const error = { defined: true, code: 'EVERGRANT', status: 500, message: data.code, data };
  window.send(JSON.stringify({ i: id, p: { s: error.status, b: { json: error } } }));
}

/** Parses a message of this form; null for all others, such as the session's key, `ready` and binary data. */
function parsed<T>(schema: z.ZodType<T>, message: string | Buffer): T | null {
  if (typeof message !== 'string' || !message.startsWith('{')) return null;
  return schema.safeParse(JSON.parse(message)).data ?? null;
}
