import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewExport } from '../../electron/contract/export.ts';
import { openPartRecords } from '../../electron/platform/export-files/part-records.ts';
import { createPathFiles } from '../../electron/platform/export-files/path-files.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { exported, rowsIn } from '../support/exported.ts';
import type { FileRow } from '../support/exported.ts';
import { startOddCustomer } from '../support/odd-customer.ts';
import type { Memberships, OddCustomer } from '../support/odd-customer.ts';

let customer: OddCustomer;
let host: EngineHost;
let tenantId: string;
let files: string;
let before: Memberships;
let after: Memberships;
/** What happens while the first bytes of a file are being written. */
let meanwhile: (() => Promise<void>) | null = null;

beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'evergrant-exported-'));
  const paths = createPathFiles({ folder: files }, openPartRecords(join(files, '.records')));
  customer = await startOddCustomer({
    exportFiles: {
      choose: (file, signal) => {
        const place = paths.choose(file, signal);
        const opened = place.opened.then((sink) => sink && { ...sink, write: interrupted(sink) });
        return { ...place, opened };
      },
    },
  });
  ({ host, tenantId } = customer);
  before = await customer.memberships();
  const { groupId, mutate, person, primaryDomain } = customer;
  const { id: lawyer } = await person('jane.smith2');
  await mutate({ type: 'removeMember', group: await groupId('Two Janes'), member: lawyer });
  await mutate({ type: 'addMember', group: await groupId('Loop A'), member: lawyer });
  await mutate({ type: 'renameGroup', id: await groupId('Loop B'), displayName: 'Loop Z' });
  await mutate({ type: 'remove', id: await groupId('Only Guests'), at: Date.now() });
  await mutate({
    type: 'renameUser',
    id: lawyer,
    userPrincipalName: `jane.smith2@${primaryDomain}`,
    displayName: 'Jane Smith-Ortiz',
  });
  await customer.sync();
  after = await customer.memberships();
});
afterAll(async () => {
  await customer?.dispose();
  if (files) await rm(files, { recursive: true, force: true });
});

function interrupted(sink: { write(bytes: Uint8Array): Promise<void> }) {
  return async (bytes: Uint8Array): Promise<void> => {
    await sink.write(bytes);
    const happens = meanwhile;
    meanwhile = null;
    await happens?.();
  };
}

/** Rows of an export that succeeds. */
async function rowsOf(content: NewExport['content'], format: 'csv' | 'jsonl') {
  const job = await exported(host.client, { content, format });
  expect(job).toMatchObject({ state: 'finished', problem: null });
  return await rowsIn(job.savedAs ?? '');
}

describe('what changed between two syncs', () => {
  async function changes(of: 'groups' | 'people' | 'memberships'): Promise<readonly FileRow[]> {
    const [newer, older] = await host.client.syncs.history({ tenantId });
    const syncs = { tenantId, from: older?.id ?? '', to: newer?.id ?? '' };
    const rows = await rowsOf({ kind: 'changes', syncs, of }, 'jsonl');
    for (const row of rows) {
      expect(row).toMatchObject({ fromSync: older?.finishedAt, toSync: newer?.finishedAt });
    }
    return rows;
  }

  it('memberships are those by which the cloud’s two records differ', async () => {
    const pairs = (record: Memberships): Set<string> =>
      new Set(
        Object.entries(record).flatMap(([id, ids]) => ids.map((member) => `${id} ${member}`)),
      );
    const [were, are] = [pairs(before), pairs(after)];
    const expected = [
      ...[...are.difference(were)].map((pair) => `added ${pair}`),
      ...[...were.difference(are)].map((pair) => `removed ${pair}`),
    ];
    expect(expected.length).toBe(4);
    const told = (await changes('memberships')).map((row) =>
      [row['change'], row['groupId'], row['memberId']].join(' '),
    );
    expect(told.sort()).toEqual(expected.sort());
  });

  it('groups and people have both names, and which properties differ', async () => {
    const groups = await changes('groups');
    expect(groups).toHaveLength(2);
    expect(groups).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          change: 'renamed',
          nameBefore: 'Loop B',
          nameAfter: 'Loop Z',
          fields: ['displayName'],
        }),
        expect.objectContaining({
          change: 'removed',
          nameBefore: 'Only Guests',
          nameAfter: null,
          membersBefore: 2,
          membersAfter: null,
        }),
      ]),
    );
    expect(await changes('people')).toMatchObject([
      {
        change: 'renamed',
        personId: (await customer.person('jane.smith2')).id,
        nameBefore: 'Jane Smith',
        nameAfter: 'Jane Smith-Ortiz',
        fields: ['displayName'],
      },
    ]);
  });
});

describe('the groups of a person', () => {
  it('are those of the cloud’s own record, each with the way there', async () => {
    const { id: jane } = await customer.person('jane.smith');
    const content = { kind: 'personGroups', tenantId, personId: jane } as const;
    const rows = await rowsOf(content, 'csv');
    expect(rows.map((row) => row['groupId']).sort()).toEqual(
      (await customer.groupsOf(jane)).toSorted(),
    );
    const way = (name: string) => rows.find((row) => row['groupName'] === name);
    expect(way('Sales')).toMatchObject({ direct: 'true', path: 'Jane Smith → Sales' });
    expect(way('VPN')).toMatchObject({
      direct: 'false',
      path: 'Jane Smith → Sales → Remote Workers → VPN',
      personId: jane,
    });
  });
});

describe('a sync that is shown while a file is being written', () => {
  const shown = async (): Promise<void> => {
    const id = await customer.groupId('Loop C');
    await customer.mutate({ type: 'renameGroup', id, displayName: 'Loop Y' });
    await customer.sync();
  };

  it('ends an export of a list, and leaves no file', async () => {
    const there = await readdir(files);
    meanwhile = shown;
    const content = {
      kind: 'membersOfFound',
      query: { tenantId },
      scope: 'direct',
    } as const;
    const job = await exported(host.client, { content, format: 'csv' });
    expect(job).toMatchObject({
      state: 'failed',
      savedAs: null,
      problem: { code: 'export.changedMeanwhile' },
    });
    expect(await readdir(files)).toEqual(there);
    expect(await readdir(join(files, '.records'))).toEqual([]);
    const [entry] = await host.client.activity.list({ tenantId, limit: 1 });
    expect(entry).toMatchObject({ action: 'exported', result: 'failed' });
  });
});
