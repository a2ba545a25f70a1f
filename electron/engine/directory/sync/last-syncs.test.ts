import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDirectorySyncs, user } from '../../../../test/support/directory-syncs.ts';
import { openStoreHere } from '../../store/open-store-here.ts';
import type { Store } from '../../store/store.ts';
import { createLastSyncs } from './last-syncs.ts';

const key = new Uint8Array(32).fill(1);
const tenantId = '00000000-0000-4000-8000-000000000001';

let folder: string;
let ours: Store;
/** Whether each query returned the syncs themselves. */
let read: boolean[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-last-'));
  ours = openStoreHere({ path: join(folder, 'data'), key });
  read = [];
});
afterEach(async () => {
  await ours.close();
  rmSync(folder, { recursive: true, force: true });
});

function lastSyncs() {
  const lasts: Store['syncs']['lasts'] = async (known) => {
    const answer = await ours.syncs.lasts(known);
    read.push(answer.runs !== null);
    return answer;
  };
  return createLastSyncs(
    {
      store: { last: (id) => ours.syncs.last(id), lasts },
      leases: { isFree: () => Promise.resolve(true) },
    },
    { of: () => undefined },
  );
}

test('the last syncs are read again when one was written, here or elsewhere, and only then', async () => {
  const { all } = lastSyncs();
  const states = async () =>
    [...(await all()).values()].map(({ state, counts }) => [state, counts.users]);
  expect(await states()).toEqual([]);
  await createDirectorySyncs(ours, tenantId)({ users: [user('mia')] });
  expect(await states()).toEqual([['finished', 1]]);
  expect(await states()).toEqual([['finished', 1]]);
  expect(read).toEqual([true, true, false]);

  const other = openStoreHere({ path: join(folder, 'data'), key });
  const id = '00000000-0000-4000-8000-00000000000a';
  await other.syncs.begin({ id, tenantId, mode: 'full', at: 2000, readsHidden: false });
  await other.close();
  // Its process exited without recording an end.
  expect(await states()).toEqual([['interrupted', 0]]);
  expect(read).toEqual([true, true, false, true]);
});
