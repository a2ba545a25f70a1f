import type { Database } from './open.ts';

/**
 * Database work in pieces. Each `yield` reports how many rows were written or read since the last one. A
 * transaction may end only at a `yield`.
 */
export type Steps<T> = Generator<number, T, void>;

/** About 20 ms of encrypted writes on a slow laptop: a transaction takes well under 50 ms. */
const rowsPerTransaction = 3000;

/**
 * Runs the work in short transactions. Between them, other calls are served and other processes can write.
 */
export async function inSteps<T>(database: Database, work: Steps<T>): Promise<T> {
  return await eachInTurn(() => database.transaction(() => oneTransaction(work)).immediate());
}

/** The same for work that only reads. Rows may change between two transactions. */
export async function readInSteps<T>(database: Database, work: Steps<T>): Promise<T> {
  return await eachInTurn(() => database.transaction(() => oneTransaction(work)).deferred());
}

async function eachInTurn<T>(transaction: () => IteratorResult<void, T>): Promise<T> {
  for (;;) {
    const outcome = transaction();
    if (outcome.done) return outcome.value;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

function oneTransaction<T>(work: Steps<T>): IteratorResult<void, T> {
  let rows = 0;
  while (rows < rowsPerTransaction) {
    const step = work.next();
    if (step.done) return step;
    rows += step.value;
  }
  return { done: false, value: undefined };
}
