import { expect, test } from 'vitest';
import { closeAll } from './close-all.ts';

test('a part that cannot be closed keeps no other part open, and is the failure', async () => {
  const closed: string[] = [];
  const parts = [
    () => void closed.push('listener'),
    () => Promise.reject(new Error('the disk is gone')),
    () => {
      throw new Error('later');
    },
    async () => void closed.push('store'),
  ];
  await expect(closeAll(parts)).rejects.toThrow('the disk is gone');
  expect(closed).toEqual(['listener', 'store']);
});
