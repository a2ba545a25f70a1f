import { pauseBefore } from '../../errors/patience.ts';
import type { BatchPart } from '../../graph/graph.ts';
import type { Millis } from '../../kernel/ports.ts';
import { batchesAtOnce } from './batches.ts';
import { createListQueue } from './list-queue.ts';
import type { OpenTask } from './list-queue.ts';
import { createSideBySide } from './side-by-side.ts';
import type { ListTask, WrittenLists } from './store.ts';
import { groupOf, membersOf, membersUnits } from './stream-paths.ts';
import type { SyncPorts, SyncProgressListener } from './sync-ports.ts';

/** From this share of refused parts on, the whole tenant is throttled, not single parts. */
const shareOfThrottle = 0.5;

/**
 * Reads the groups that have their own list in parallel `$batch`es, as fast as the throttle budget allows. A
 * refused part is requested again, in a batch with other parts, after a pause of at least the longest wait
 * that its batch was given. A group that is refused repeatedly is marked and never blocks the rest.
 */
export async function readLists(
  ports: SyncPorts,
  no: number,
  outer: AbortSignal,
  listener: SyncProgressListener,
): Promise<void> {
  const queue = createListQueue(ports.store, no);
  const workers = createSideBySide(outer);
  const work = async (): Promise<void> => {
    for (;;) {
      const batch = await queue.take(workers.signal);
      if (batch === null) return;
      let again: readonly OpenTask[] = [];
      try {
        again = await askBatch(ports, no, batch, workers.signal, listener);
      } catch (error) {
        workers.fail(error);
        throw error;
      } finally {
        queue.putBack(again);
      }
    }
  };
  await workers.all(Array.from({ length: batchesAtOnce }, () => work));
}

/**
 * Sends one batch and writes the answer. Returns what to request again, or next, after the required pause.
 */
async function askBatch(
  ports: SyncPorts,
  no: number,
  batch: readonly OpenTask[],
  signal: AbortSignal,
  listener: SyncProgressListener,
): Promise<OpenTask[]> {
  const { store, graph, budget, clock } = ports;
  listener.asked();
  const tasks = batch.map(({ task }) => task);
  const parts = tasks.flatMap(partsOf);
  const { bytes, date } = await graph.batch(parts, {
    signal,
    priority: 'Low',
    onWait: listener.wait,
  });
  signal.throwIfAborted();
  const waited = batch.map((one) => one.waited);
  const written = await store.writeLists(no, tasks, bytes, { waited, at: clock.now(), date });
  listener.written(written.counts);
  budget.hear(written.throttle, parts.length * membersUnits);
  const pause = await pauseAfter(ports, batch, written.again, signal, listener);
  const known = new Map(batch.map((one) => [one.task.group, one]));
  return written.again.map(({ task, refused }) => {
    const before = known.get(task.group) ?? { tries: 0, waited: 0 };
    return refused
      ? { task, tries: before.tries + 1, waited: before.waited + pause }
      : { ...before, task };
  });
}

/** Waits before refused parts are requested again; returns how long: 0 if none was refused. */
async function pauseAfter(
  { budget, clock, random }: SyncPorts,
  batch: readonly OpenTask[],
  again: WrittenLists['again'],
  signal: AbortSignal,
  listener: SyncProgressListener,
): Promise<Millis> {
  const refused = again.filter((one) => one.refused);
  if (refused.length === 0) return 0;
  const askedFor = refused.flatMap(({ afterMs }) => afterMs ?? []);
  const tries = Math.max(...batch.map((one) => one.tries));
  const longest = askedFor.length > 0 ? Math.max(...askedFor) : null;
  const pause = pauseBefore(tries, longest, random.fraction());
  if (pause === 0) return 0;
  const until = clock.now() + pause;
  if (refused.length >= batch.length * shareOfThrottle) budget.pauseUntil(until);
  listener.wait(until);
  await clock.sleep(pause, signal);
  listener.wait(null);
  return pause;
}

/** Parts with the IDs by which the store recognizes the answers: see `SyncStore.writeLists`. */
function partsOf({ group, id, link, whole }: ListTask): BatchPart[] {
  const members = { id: String(group), path: link ?? membersOf(id) };
  return whole ? [members, { id: `${group}p`, path: groupOf(id) }] : [members];
}
