import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareData } from '../support/damaged-files/prepared-data.ts';
import type {
  AnsweredCommand,
  DataCopy,
  PreparedData,
} from '../support/damaged-files/prepared-data.ts';
import { mountSmallDisk } from '../support/small-disk.ts';

/** Room for nothing, for a file that SQLite needs next to each database, for some pages, for everything. */
const bytesLeft = [0, 40_000, 70_000, 100_000, 140_000, 2_000_000] as const;
const enough = 2_000_000;

const disk = mountSmallDisk(8);
// oxlint-disable-next-line no-console -- what can't be tried on this machine is reported
if (typeof disk === 'string') console.info(`A full disk is not tried: ${disk}.`);

describe.skipIf(typeof disk === 'string')('a disk without room', () => {
  if (typeof disk === 'string') return;
  let data: PreparedData;
  let copy: DataCopy;
  beforeAll(async () => {
    data = await prepareData();
    copy = data.copyTo(path.join(disk.folder, 'data'));
  });
  afterAll(async () => {
    await data?.dispose();
    disk.remove();
  });

  const aliasOf = async (): Promise<unknown> => {
    const { code, document } = await copy.ask('tenants', 'list');
    expect([code, document.tenants?.length]).toEqual([0, 1]);
    return document.tenants?.[0]?.['alias'];
  };
  const expectGroups = async (): Promise<void> => {
    const { document } = await copy.ask('groups', data.tenantId);
    expect(document.groups).toHaveLength(20);
  };
  /**
   * Checks a refusal because of a full disk, on standard error and in the document; false if there was
   * enough room.
   */
  const isRefused = ({ code, document, stderr }: AnsweredCommand): boolean => {
    const problem = document.problem ?? document.sync?.problem ?? null;
    expect([code, problem?.code ?? null]).toEqual(problem ? [5, 'store.full'] : [0, null]);
    if (problem === null) return false;
    expect(stderr).toContain('The disk is full.');
    expect(stderr).toContain(copy.folder);
    expect(stderr).not.toContain('    at ');
    return true;
  };

  it('is named where the ledger is written; a change is whole or not there', async () => {
    let written = await aliasOf();
    for (const left of bytesLeft) {
      const alias = `With ${left}`;
      disk.fill(left);
      const ended = await copy.ask('tenants', 'edit', data.tenantId, '--alias', alias);
      disk.free();
      const refused = isRefused(ended);
      if (left === 0) expect(refused).toBe(true);
      if (left === enough) expect(refused).toBe(false);
      // A change and its line in the activity are two writes; possibly only the second was refused.
      const found = await aliasOf();
      expect(refused ? [written, alias] : [alias]).toContain(found);
      written = found;
    }
  });

  it('is named by a sync; the rows of the last one stay, and with room a sync ends', async () => {
    const endedInside: boolean[] = [];
    for (const left of bytesLeft) {
      disk.fill(left);
      const ended = await copy.ask('sync', data.tenantId, '--full');
      disk.free();
      endedInside.push(isRefused(ended) && ended.document.sync?.state === 'failed');
      await expectGroups();
    }
    // With the least room it does not start, with more it stops partway, with enough it finishes.
    expect(new Set(endedInside)).toEqual(new Set([true, false]));
    expect(await copy.ask('sync', data.tenantId)).toMatchObject({ code: 0 });
    await expectGroups();
  });
});
