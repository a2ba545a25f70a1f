import { EvergrantError } from '../../errors/evergrant-error.ts';
import { partsPerBatch } from './batches.ts';
import { groupOf, userOf } from './stream-paths.ts';
import type { SyncPorts, SyncProgressListener } from './sync-ports.ts';

/**
 * Requests the objects individually that their pages, or the previous sync, did not return completely.
 * Refused ones remain noted and never stop the sync.
 */
export async function readUnread(
  { store, graph, clock, log }: SyncPorts,
  no: number,
  signal: AbortSignal,
  listener: SyncProgressListener,
): Promise<void> {
  const objects = await store.unreadObjects(no);
  for (let first = 0; first < objects.length; first += partsPerBatch) {
    const asked = objects.slice(first, first + partsPerBatch);
    const parts = asked.map(({ kind, id }, place) => ({
      id: String(place),
      path: kind === 'user' ? userOf(id) : groupOf(id),
    }));
    listener.asked();
    try {
      const { bytes, date } = await graph.batch(parts, {
        signal,
        priority: 'Low',
        onWait: listener.wait,
      });
      listener.written(await store.writeObjects(no, asked, bytes, { at: clock.now(), date }));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof EvergrantError)) throw error;
      log.info('sync.objectsNotRead', { count: asked.length, code: error.code });
      return;
    }
  }
}
