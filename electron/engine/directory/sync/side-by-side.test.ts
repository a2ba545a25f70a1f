import { expect, test } from 'vitest';
import { createSideBySide } from './side-by-side.ts';

/** A task that ends when it is stopped, and then calls `ended`. */
const untilStopped = (signal: AbortSignal, ended: () => void) => async (): Promise<void> => {
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
  ended();
  throw signal.reason;
};

test('the first failure stops the others, and is the one that is thrown when all have ended', async () => {
  const works = createSideBySide(new AbortController().signal);
  const first = new Error('first');
  let ended = 0;
  const other = untilStopped(works.signal, () => {
    ended += 1;
  });
  const failing = () => Promise.reject(first);
  await expect(works.all([other, failing, other])).rejects.toBe(first);
  expect(ended).toBe(2);
});

test('a failure beside the works stops them too', async () => {
  const works = createSideBySide(new AbortController().signal);
  const beside = new Error('beside');
  const done = works.all([untilStopped(works.signal, () => undefined)]);
  works.fail(beside);
  await expect(done).rejects.toBe(beside);
});

test('who stops all from outside says why', async () => {
  const outer = new AbortController();
  const works = createSideBySide(outer.signal);
  const reason = new Error('canceled');
  const failing = async (): Promise<void> => {
    outer.abort(reason);
    throw new Error('of a work');
  };
  await expect(works.all([failing])).rejects.toBe(reason);
});
