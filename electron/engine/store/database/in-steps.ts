import type { Database } from './open.ts';

/**
 * Work on the database in pieces. Each `yield` says how much was done since the last, in rows that
 * were written or read; a transaction may end there and nowhere else.
 */
export type Steps<T> = Generator<number, T, void>;

/** About 20 ms of encrypted writes on a slow laptop: a transaction stays well under 50 ms. */
const rowsPerTransaction = 3000;

/**
 * Runs the work in short transactions. Between two of them other calls are served, and another
 * process can write.
 */
export async function inSteps<T>(database: Database, work: Steps<T>): Promise<T> {
  return await eachInTurn(() => database.transaction(() => oneTransaction(work)).immediate());
}

/** The same for work that only reads. Between two transactions the rows may have become others. */
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
