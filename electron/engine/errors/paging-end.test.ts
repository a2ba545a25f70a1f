import { expect, test } from 'vitest';
import { createPagingEnd, mostIdlePages } from './paging-end.ts';

const loop = expect.objectContaining({ code: 'graph.pagingLoop', retry: 'after' });

test('a link that was there before is a circle, however many pages it has', () => {
  const end = createPagingEnd('a');
  end.pass('b', true);
  end.pass('c', true);
  expect(() => end.pass('a', true)).toThrow(loop);
});

test('pages may bring nothing for a while, not without end', () => {
  const end = createPagingEnd('first');
  const idle = (from: number, count: number): void => {
    for (let page = from; page < from + count; page += 1) end.pass(`page ${page}`, false);
  };
  idle(0, mostIdlePages - 1);
  end.pass('news', true);
  idle(mostIdlePages, mostIdlePages - 1);
  expect(() => end.pass('one more', false)).toThrow(loop);
});

test('the last page ends it', () => {
  const end = createPagingEnd('a');
  expect(() => end.pass(null, false)).not.toThrow();
});
