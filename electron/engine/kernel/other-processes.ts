import type { ChangePublisher } from './changes.ts';
import type { Clock, Log, Millis } from './ports.ts';

/** How often to check whether another process has written to the files. */
const askEveryMs: Millis = 2000;

/**
 * Announces the writes of other processes, until `signal` aborts. Such a change only names the file,
 * so screens query again for everything in that file.
 */
export async function watchOtherProcesses(
  ports: {
    readonly otherWrites: () => Promise<{ readonly ledger: boolean; readonly directory: boolean }>;
    readonly changes: ChangePublisher;
    readonly clock: Clock;
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<void> {
  const inLedger = ['profiles', 'tenants', 'grants', 'policies', 'activity', 'accounts'] as const;
  const inDirectory = ['syncs', 'directory'] as const;
  while (!signal.aborted) {
    try {
      await ports.clock.sleep(askEveryMs, signal);
      const written = await ports.otherWrites();
      const topics = [
        ...(written.ledger ? inLedger : []),
        ...(written.directory ? inDirectory : []),
      ];
      for (const topic of topics) ports.changes.publish({ topic, tenantId: null });
    } catch (error) {
      if (signal.aborted) return;
      ports.log.warn('store.otherWritesUnknown', {
        name: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
}
