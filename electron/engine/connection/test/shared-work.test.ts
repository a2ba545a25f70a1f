import { expect, test } from 'vitest';
import { createSharedWork } from './shared-work.ts';

test('work that was left begins again only after it has ended', async () => {
  const shared = createSharedWork<string>();
  const cleared = Promise.withResolvers<undefined>();
  const told: string[] = [];
  const slow = async (signal: AbortSignal): Promise<string> => {
    told.push('first');
    const aborted = Promise.withResolvers<undefined>();
    signal.addEventListener('abort', () => aborted.resolve(undefined));
    await aborted.promise;
    await cleared.promise;
    told.push('first ended');
    throw signal.reason;
  };
  const leaving = new AbortController();
  const left = shared.join('fabrikam', slow, leaving.signal);
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');

  const again = shared.join(
    'fabrikam',
    async () => {
      told.push('second');
      return 'done';
    },
    undefined,
  );
  cleared.resolve(undefined);
  expect(await again).toBe('done');
  expect(told).toEqual(['first', 'first ended', 'second']);
});

test('callers share what runs, and another key is work of its own', async () => {
  const shared = createSharedWork<number>();
  const ended = Promise.withResolvers<undefined>();
  let begun = 0;
  const start = async (): Promise<number> => {
    begun += 1;
    const mine = begun;
    await ended.promise;
    return mine;
  };
  const all = ['fabrikam', 'fabrikam', 'contoso'].map((key) => shared.join(key, start, undefined));
  ended.resolve(undefined);
  expect(await Promise.all(all)).toEqual([1, 1, 2]);
});
