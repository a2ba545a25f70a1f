import type { Change } from '../../../../contract/contract.ts';
import type { Clock, Log, Millis } from '../../../kernel/ports.ts';
import type { QuietWatches } from './quiet-watches.ts';

/** How often to check the watches: another process may have begun one. */
const lookEveryMs: Millis = 60_000;

/**
 * Runs the quiet tests when they are due, and ends the watches of customers that turned green in another way,
 * until `signal` aborts. For hosts that keep running.
 */
export async function testQuietlyUntil(
  ports: {
    readonly watches: QuietWatches;
    readonly changes: { subscribe(signal: AbortSignal): AsyncIterable<Change> };
    readonly offline: () => boolean;
    readonly clock: Clock;
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<void> {
  let waker = new AbortController();
  const wake = (): void => waker.abort();
  const pause = async (ms: Millis): Promise<void> => {
    waker = new AbortController();
    const woken = waker.signal;
    await ports.clock.sleep(ms, AbortSignal.any([signal, woken])).catch((error: unknown) => {
      if (!woken.aborted || signal.aborted) throw error;
    });
  };
  await Promise.all([test(ports, pause, signal), settle(ports, wake, signal)]);
}

type QuietPorts = Parameters<typeof testQuietlyUntil>[0];

async function test(
  ports: QuietPorts,
  sleep: (ms: Millis) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, watches } = ports;
  while (!signal.aborted) {
    try {
      const next = ports.offline() ? null : await watches.testDue(signal);
      const pause = next === null ? lookEveryMs : Math.max(0, next - clock.now());
      await sleep(Math.min(pause, lookEveryMs));
    } catch (error) {
      if (signal.aborted) return;
      ports.log.warn('quiet.broke', { name: error instanceof Error ? error.name : 'unknown' });
      await sleep(lookEveryMs).catch(() => undefined);
    }
  }
}

/** A new watch is also one of these changes: it ends the sleep until the next test. */
async function settle(ports: QuietPorts, wake: () => void, signal: AbortSignal): Promise<void> {
  const { watches } = ports;
  const unlessStopped = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      ports.log.warn('quiet.notSettled', { name: error instanceof Error ? error.name : 'unknown' });
    }
  };
  await unlessStopped(async () => {
    for await (const { topic, tenantId } of ports.changes.subscribe(signal)) {
      if (topic !== 'grants') continue;
      // If one customer fails, for example because it is being removed, the others continue.
      await unlessStopped(async () => {
        const whom = tenantId === null ? [...(await watches.all()).keys()] : [tenantId];
        for (const one of whom) await unlessStopped(() => watches.settle(one));
      });
      wake();
    }
  });
}
