import { readdir, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ExportFormat } from '../../electron/contract/export.ts';
import { startConnectedHost } from '../support/connected-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { exported, rowsIn } from '../support/exported.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

let connected: Awaited<ReturnType<typeof startConnectedHost>>;
let cloud: PracticeCloud;
let host: EngineHost;
let odd: string;

beforeAll(async () => {
  connected = await startConnectedHost({ args: ['--groups', '450', '--memberships', '1500'] });
  ({ cloud, host } = connected);
  odd = cloud.customer('odd').tenantId;
  for (const key of ['odd', 'large', 'neverGranted']) {
    await host.client.tenants.add({ domainOrId: cloud.customer(key).primaryDomain });
  }
  await sync(odd);
  await sync(cloud.customer('large').tenantId);
});
afterAll(async () => {
  await connected?.dispose();
});

async function sync(tenantId: string): Promise<void> {
  await host.client.syncs.start({ tenantId });
  for await (const run of await host.client.syncs.watch({ tenantId })) {
    if (run.problem) throw new Error(`The sync failed with ${run.problem.code}.`);
  }
}

const memberships = z.record(z.string(), z.array(z.string()));

describe('the odd customer', () => {
  it.each(['csv', 'jsonl', 'xlsx'] as const)(
    'direct members of every group as %s are those of the cloud’s own record',
    async (format: ExportFormat) => {
      const job = await exported(host.client, {
        content: { kind: 'membersOfFound', query: { tenantId: odd }, scope: 'direct' },
        format,
      });
      expect(job).toMatchObject({ state: 'finished', problem: null });
      const found: Record<string, string[]> = {};
      const short: unknown[] = [];
      for (const row of await rowsIn(job.savedAs ?? '')) {
        const members = (found[String(row['groupId'])] ??= []);
        if (row['memberId']) members.push(String(row['memberId']));
        if (String(row['complete']) === 'false') short.push(row['groupName']);
      }
      const record = memberships.parse(await cloud.control('GET', `/tenants/${odd}/memberships`));
      expect(Object.keys(found).sort()).toEqual(Object.keys(record).sort());
      const hidden = Object.entries(record).find(
        ([id]) => found[id]?.length === 0 && record[id]?.length,
      );
      for (const [id, ids] of Object.entries(record)) {
        if (id === hidden?.[0]) continue;
        expect([id, found[id]?.sort()]).toEqual([id, [...ids].sort()]);
      }
      expect(new Set(short)).toContain('Board (hidden members)');
    },
  );

  it('every name is told as it is, and no formula', async () => {
    const csv = await exported(host.client, {
      content: { kind: 'groups', query: { tenantId: odd } },
      format: 'csv',
    });
    const jsonl = await exported(host.client, {
      content: { kind: 'groups', query: { tenantId: odd } },
      format: 'jsonl',
    });
    const exact = (await rowsIn(jsonl.savedAs ?? '')).map((row) => String(row['groupName']));
    const safe = (await rowsIn(csv.savedAs ?? '')).map((row) => String(row['groupName']));
    expect(exact).toContain('=HYPERLINK("http://evil.example";"Click me")');
    expect(exact.filter((name) => /^[=+\-@]/.test(name))).toHaveLength(4);
    expect(safe.filter((name) => /^[=+\-@]/.test(name))).toEqual([]);
    expect(safe).toEqual(exact.map((name) => (/^[=+\-@]/.test(name) ? `'${name}` : name)));
  });
});

describe('what every file tells', () => {
  it('how old its data is, whose it is, and in its name the ticket', async () => {
    const job = await exported(host.client, {
      content: { kind: 'people', query: { tenantId: odd, search: 'jane' } },
      format: 'jsonl',
      ticket: 'INC-42/7',
    });
    const [first] = await rowsIn(job.savedAs ?? '');
    const { finishedAt } = (await host.client.syncs.last({ tenantId: odd })) ?? {};
    expect(first).toMatchObject({ tenantId: odd, syncedAt: finishedAt, complete: true });
    expect(first).not.toHaveProperty('workspace');
    expect(basename(job.savedAs ?? '')).toMatch(
      /^quillfeather\.example-people-\d{8}T\d{6}Z-INC-42-7\.jsonl$/,
    );
    const [entry] = await host.client.activity.list({ tenantId: odd, limit: 1 });
    expect(entry).toMatchObject({
      action: 'exported',
      result: 'finished',
      ticket: 'INC-42/7',
      params: { rows: job.rows, format: 'jsonl' },
    });
  });

  it('the ticket that is kept for the customer, unless it is asked for none', async () => {
    const content = { kind: 'groups', query: { tenantId: odd } } as const;
    await host.client.tickets.set({ tenantId: odd, ticket: 'T1234' });
    const kept = await exported(host.client, { content, format: 'csv' });
    expect(basename(kept.savedAs ?? '')).toMatch(/-T1234\.csv$/);
    const none = await exported(host.client, { content, format: 'csv', ticket: '' });
    expect(basename(none.savedAs ?? '')).not.toContain('T1234');
    const [last, before] = await host.client.activity.list({ tenantId: odd, limit: 2 });
    expect([last?.ticket, before?.ticket]).toEqual([null, 'T1234']);
    await host.client.tickets.set({ tenantId: odd, ticket: null });
  });

  it('only its owner may read it', { skip: process.platform === 'win32' }, async () => {
    const job = await exported(host.client, {
      content: { kind: 'groups', query: { tenantId: odd } },
      format: 'csv',
    });
    expect((await stat(job.savedAs ?? '')).mode & 0o777).toBe(0o600);
  });

  it('over all customers: members of the groups that are found, and which customer has no data', async () => {
    const job = await exported(host.client, {
      content: {
        kind: 'membersOfFound',
        query: { tenantId: null, search: 'a' },
        scope: 'effective',
      },
      format: 'jsonl',
    });
    const rows = await rowsIn(job.savedAs ?? '');
    expect(new Set(rows.map((row) => row['tenantId'])).size).toBe(3);
    expect(rows.filter((row) => row['groupId'] === null)).toMatchObject([
      { tenantId: cloud.customer('neverGranted').tenantId, complete: false, why: ['neverSynced'] },
    ]);
    expect(job.rows).toBe(rows.length);
    expect(basename(job.savedAs ?? '')).toMatch(/^all-customers-members-/);
  });

  it('more rows than one window are all there, once', async () => {
    const { tenantId } = cloud.customer('large');
    const job = await exported(host.client, {
      content: { kind: 'groups', query: { tenantId } },
      format: 'csv',
    });
    const { total } = await host.client.groups.list({ tenantId, limit: 1 });
    const ids = (await rowsIn(job.savedAs ?? '')).map((row) => row['groupId']);
    expect(total).toBeGreaterThan(400);
    expect([ids.length, new Set(ids).size, job.totalRows]).toEqual([total, total, total]);
  });
});

describe('what cannot be', () => {
  it('a customer that was never synced is no empty file', async () => {
    const { tenantId } = cloud.customer('neverGranted');
    const { error } = await safe(
      host.client.exports.start({
        content: { kind: 'groups', query: { tenantId } },
        format: 'csv',
      }),
    );
    expect(isDefinedError(error) && error.data.code).toBe('export.neverSynced');
  });

  it('a finished export leaves one file, and nothing unfinished', async () => {
    const before = await readdir(host.folder);
    const job = await exported(host.client, {
      content: { kind: 'groups', query: { tenantId: odd } },
      format: 'csv',
    });
    expect(job.state).toBe('finished');
    const after = await readdir(host.folder);
    expect(after.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(after.length).toBe(before.length + 1);
  });
});
