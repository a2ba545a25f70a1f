import { expect, it } from 'vitest';
import type { DataAge } from '../../contract/directory.ts';
import { takeSnapshot } from './snapshot.ts';

const tenantId = '00000000-0000-4000-8000-000000000001';
const at = (minute: number): DataAge => ({
  tenantId,
  syncedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
});

function sources(age: () => readonly DataAge[]) {
  const list = async () => ({ total: 0, rows: [], age: [...age()] });
  const unasked = () => Promise.reject(new Error('not asked here'));
  return { groups: { list, get: unasked, members: unasked, nesting: unasked } };
}

it('an export whose customer was synced meanwhile is given up, with the advice to try again', async () => {
  let age = [at(1)];
  const snapshot = await takeSnapshot(
    sources(() => age),
    [tenantId],
  );
  await expect(snapshot.check()).resolves.toBeUndefined();
  age = [at(2)];
  await expect(snapshot.check()).rejects.toMatchObject({
    code: 'export.changedMeanwhile',
    retry: 'now',
  });
});

it('so is one whose customer was forgotten meanwhile', async () => {
  let age = [at(1)];
  const snapshot = await takeSnapshot(
    sources(() => age),
    null,
  );
  age = [];
  await expect(snapshot.check()).rejects.toMatchObject({ code: 'export.changedMeanwhile' });
});
