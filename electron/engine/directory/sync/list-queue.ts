import type { Millis } from '../../kernel/ports.ts';
import { partsPerBatch } from './batches.ts';
import type { ListTask, SyncStore } from './store.ts';

/** How many tasks one query reads from the store. */
const tasksAtOnce = 2_000;

/** One group's list, how often it was refused so far, and how long it waited because of that. */
export interface OpenTask {
  readonly task: ListTask;
  readonly tries: number;
  readonly waited: Millis;
}

/** The tasks of a sync, handed out in batches to parallel readers. */
export interface ListQueue {
  /** The next batch; null when there is none and no task can be put back any more. */
  take(signal: AbortSignal): Promise<readonly OpenTask[] | null>;
  /** Ends a batch that was taken. `again`: requests to repeat, or for further pages. */
  putBack(again: readonly OpenTask[]): void;
}

export function createListQueue(store: Pick<SyncStore, 'listTasks'>, no: number): ListQueue {
  const open: OpenTask[] = [];
  let after = 0;
  let isFetched = false;
  let fetching: Promise<void> | null = null;
  let taken = 0;
  let moved = Promise.withResolvers<void>();

  const fetchTasks = async (): Promise<void> => {
    const tasks = await store.listTasks(no, after, tasksAtOnce);
    after = tasks.at(-1)?.group ?? after;
    isFetched = tasks.length < tasksAtOnce;
    open.push(...tasks.map((task) => ({ task, tries: 0, waited: 0 })));
  };
  /** Empty when all known tasks are taken. */
  const nextBatch = async (): Promise<OpenTask[]> => {
    if (open.length < partsPerBatch && !isFetched) {
      fetching ??= fetchTasks().finally(() => {
        fetching = null;
      });
      await fetching;
    }
    const batch: OpenTask[] = [];
    for (let parts = 0; open.length > 0;) {
      parts += open[0]?.task.whole ? 2 : 1;
      if (parts > partsPerBatch) break;
      batch.push(...open.splice(0, 1));
    }
    return batch;
  };
  return {
    async take(signal) {
      for (;;) {
        signal.throwIfAborted();
        const batch = await nextBatch();
        if (batch.length > 0) {
          taken += 1;
          return batch;
        }
        if (taken === 0 && isFetched && open.length === 0) return null;
        await moved.promise;
      }
    },
    putBack(again) {
      open.push(...again);
      taken -= 1;
      moved.resolve();
      moved = Promise.withResolvers();
    },
  };
}
