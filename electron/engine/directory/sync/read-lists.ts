import type { BatchPart } from '../../graph/graph.ts';
import { pauseBefore } from '../../errors/patience.ts';
import type { Millis } from '../../kernel/ports.ts';
import type { ListTask, WrittenLists } from './store.ts';
import { groupOf, membersOf, membersUnits } from './stream-paths.ts';
import type { SyncPorts, SyncProgressListener } from './sync-ports.ts';

/** Parts of one `$batch` at most (entra-graph §5). */
export const partsPerBatch = 20;
/** Batches under way at once: what latency takes, the budget still decides. */
export const batchesAtOnce = 16;
/** Tasks that are fetched from the store at once. */
const tasksAtOnce = 2_000;
/** From this share of refused parts on it is the tenant that is throttled, not a part. */
const shareOfThrottle = 0.5;

/** One group's list, how often it was refused so far, and how long it waited for that. */
interface Open {
  readonly task: ListTask;
  readonly tries: number;
  readonly waited: Millis;
}

/**
 * Reads the groups that have a list of their own in `$batch`es, many at once, as fast as the throttle
 * budget allows. A refused part is asked again, alone among others, after a pause of at least the longest wait
 * that its batch was told. A group that stays refused is marked and never holds up the rest.
 */
export async function readLists(
  ports: SyncPorts,
  no: number,
  outer: AbortSignal,
  listener: SyncProgressListener,
): Promise<void> {
  const { store, graph, budget, clock, random } = ports;
  const failed = new AbortController();
  const signal = AbortSignal.any([outer, failed.signal]);
  const open: Open[] = [];
  let after = 0;
  let under = 0;
  let ended = false;
  let fetching: Promise<void> | null = null;
  let moved = Promise.withResolvers<void>();
  const move = (): void => {
    moved.resolve();
    moved = Promise.withResolvers();
  };

  const readTasks = async (): Promise<void> => {
    const tasks = await store.listTasks(no, after, tasksAtOnce);
    after = tasks.at(-1)?.group ?? after;
    ended = tasks.length < tasksAtOnce;
    open.push(...tasks.map((task) => ({ task, tries: 0, waited: 0 })));
  };
  const takeBatch = async (): Promise<Open[]> => {
    if (open.length < partsPerBatch && !ended) {
      fetching ??= readTasks().finally(() => {
        fetching = null;
      });
      await fetching;
    }
    const batch: Open[] = [];
    for (let parts = 0; open.length > 0;) {
      parts += open[0]?.task.whole ? 2 : 1;
      if (parts > partsPerBatch) break;
      batch.push(...open.splice(0, 1));
    }
    return batch;
  };
  const pauseOf = (refused: WrittenLists['again'], tries: number): Millis => {
    const told = refused.flatMap(({ afterMs }) => afterMs ?? []);
    return pauseBefore(tries, told.length > 0 ? Math.max(...told) : null, random.fraction());
  };
  const askBatch = async (batch: readonly Open[]): Promise<void> => {
    const known = new Map(batch.map((one) => [one.task.group, one]));
    const most = Math.max(...batch.map(({ tries }) => tries));
    listener.asked();
    const parts = batch.flatMap(({ task }) => partsOf(task));
    const { bytes, date } = await graph.batch(parts, {
      signal,
      priority: 'Low',
      onWait: listener.wait,
    });
    signal.throwIfAborted();
    const written = await store.writeLists(
      no,
      batch.map(({ task }) => task),
      bytes,
      {
        waited: batch.map(({ waited }) => waited),
        at: clock.now(),
        date,
      },
    );
    listener.written(written.counts);
    budget.hear(written.throttle, parts.length * membersUnits);
    const refused = written.again.filter((one) => one.refused);
    const pause = refused.length > 0 ? pauseOf(refused, most) : 0;
    if (pause > 0) {
      const until = clock.now() + pause;
      if (refused.length >= batch.length * shareOfThrottle) budget.pauseUntil(until);
      listener.wait(until);
      await clock.sleep(pause, signal);
      listener.wait(null);
    }
    open.push(
      ...written.again.map(({ task, refused: wasRefused }) => {
        const { tries = 0, waited = 0 } = known.get(task.group) ?? {};
        return wasRefused
          ? { task, tries: tries + 1, waited: waited + pause }
          : { task, tries, waited };
      }),
    );
  };
  const work = async (): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const batch = await takeBatch();
      if (batch.length === 0) {
        if (under === 0 && ended && open.length === 0) return;
        await moved.promise;
        continue;
      }
      under += 1;
      try {
        await askBatch(batch);
      } catch (error) {
        failed.abort(error);
        throw error;
      } finally {
        under -= 1;
        move();
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: batchesAtOnce }, work));
  outer.throwIfAborted();
  if (failed.signal.aborted) throw failed.signal.reason;
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** The parts by which the store knows the answers again: see `SyncStore.writeLists`. */
function partsOf({ group, id, link, whole }: ListTask): BatchPart[] {
  const members = { id: String(group), path: link ?? membersOf(id) };
  return whole ? [members, { id: `${group}p`, path: groupOf(id) }] : [members];
}
