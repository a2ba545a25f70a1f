import type { Browser, Page } from 'playwright';
import { z } from 'zod';

const traceEvent = z.object({
  name: z.string().optional(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().optional(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z
    .object({ data: z.object({ startTime: z.number() }).loose() })
    .loose()
    .optional()
    .catch(undefined),
});
const trace = z.object({ traceEvents: z.array(traceEvent) });

/** The name of the performance mark that aligns the trace's clock with the page's. */
export const zeroMark = 'evergrant-zero';

/** A task of the page's thread, on the page's clock. */
export interface ThreadTask {
  /** Ms since the page's time origin. */
  readonly start: number;
  readonly end: number;
  /** How long the thread ran in it, ms: without the times when the machine ran other threads. */
  readonly ran: number;
}

/**
 * Traces the page's thread during an action (Chromium's trace events `RunTask`, whose `tdur` is the thread
 * time). The page must set a mark named `zeroMark` during the action.
 */
export async function threadTasks(
  browser: Browser,
  page: Page,
  action: () => Promise<void>,
): Promise<readonly ThreadTask[]> {
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  await action();
  const { traceEvents } = trace.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const mark = traceEvents.find(({ name, args }) => name === zeroMark && args !== undefined);
  if (mark?.ts === undefined || mark.args === undefined) throw new Error('The trace has no mark.');
  const zero = mark.ts / 1000 - mark.args.data.startTime;
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === mark.pid && tid === mark.tid)
    .map(({ ts = 0, dur = 0, tdur = dur }) => ({
      start: ts / 1000 - zero,
      end: (ts + dur) / 1000 - zero,
      ran: tdur / 1000,
    }));
}
