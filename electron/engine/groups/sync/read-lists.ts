import type { BatchPart } from '../../graph/graph.ts';
import type { Millis } from '../../ports.ts';
import type { ListTask, WrittenLists } from './store.ts';
import { groupOf, membersOf, membersUnits } from './stream-paths.ts';
import type { Hearing, SyncPorts } from './sync-ports.ts';

/** Parts of one `$batch` at most (entra-graph §5). */
export const partsPerBatch = 20;
/** Batches under way at once: what latency takes, the budget still decides. */
export const batchesAtOnce = 16;
/** Tasks that are fetched from the store at once. */
const tasksAtOnce = 2_000;
/** A part that is refused for now is asked so many times in all; then its group is marked. */
const mostTries = 6;
const firstPauseMs: Millis = 1_000;
const longestPauseMs: Millis = 30_000;

/** One group's list, and how often it was refused so far. */
interface Open {
  readonly task: ListTask;
  readonly tries: number;
}

/**
 * Reads the groups that have a list of their own in `$batch`es, many at once, as fast as the throttle
 * budget allows. A refused part is asked again, alone among others, after the longest wait that its
 * batch was told. A group that stays refused is marked and never holds up the rest.
 */
export async function readLists(
  ports: SyncPorts,
  no: number,
  outer: AbortSignal,
  hear: Hearing,
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
    open.push(...tasks.map((task) => ({ task, tries: 0 })));
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
    if (told.length > 0) return Math.max(...told);
    const full = Math.min(firstPauseMs * 2 ** tries, longestPauseMs);
    return Math.round(full / 2 + (full / 2) * random.fraction());
  };
  const askBatch = async (batch: readonly Open[]): Promise<void> => {
    const tries = new Map(batch.map((one) => [one.task.group, one.tries]));
    const most = Math.max(...tries.values());
    hear.asked();
    const parts = batch.flatMap(({ task }) => partsOf(task));
    const { bytes } = await graph.batch(parts, { signal, priority: 'Low', onWait: hear.wait });
    signal.throwIfAborted();
    const written = await store.writeLists(
      no,
      batch.map(({ task }) => task),
      bytes,
      {
        last: batch.filter((one) => one.tries + 1 >= mostTries).map(({ task }) => task.group),
        at: clock.now(),
      },
    );
    hear.written(written.counts);
    budget.hear(written.throttle, parts.length * membersUnits);
    const refused = written.again.filter((one) => one.refused);
    if (refused.length > 0) {
      const pause = pauseOf(refused, most);
      const until = clock.now() + pause;
      if (refused.some(({ afterMs }) => afterMs !== null)) budget.pauseUntil(until);
      hear.wait(until);
      await clock.sleep(pause, signal);
      hear.wait(null);
    }
    open.push(
      ...written.again.map(({ task, refused: wasRefused }) => ({
        task,
        tries: (tries.get(task.group) ?? 0) + (wasRefused ? 1 : 0),
      })),
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
