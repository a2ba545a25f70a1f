import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineHostKey } from '../support/engine-host.ts';
import { startCommand } from '../support/evergrant-command.ts';
import type { CommandEnd } from '../support/evergrant-command.ts';
import { rowsIn } from '../support/exported.ts';
import { startOddCustomer } from '../support/odd-customer.ts';
import type { Memberships, OddCustomer } from '../support/odd-customer.ts';

let customer: OddCustomer;
let record: Memberships;
/** The folder for exported files. */
let folder: string;
let tenantId: string;
let place: readonly string[];
let janes: { readonly group: string; readonly people: readonly string[] };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-cli-export-'));
  const key = path.join(folder, 'key');
  await writeFile(key, engineHostKey, { mode: 0o600 });
  customer = await startOddCustomer();
  ({ tenantId } = customer);
  record = await customer.memberships();
  const group = await customer.groupId('Two Janes');
  janes = { group, people: record[group]?.toSorted() ?? [] };
  await customer.host.leave();
  place = ['--data-dir', customer.host.folder, '--key-file', key, '--no-input'];
});
afterAll(async () => {
  await customer?.dispose();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function evergrant(...args: string[]): Promise<CommandEnd & { readonly document: unknown }> {
  const end = await startCommand([...args, ...place, '--json']).ended;
  return { ...end, document: end.stdout === '' ? null : (JSON.parse(end.stdout) as unknown) };
}

describe('evergrant export', () => {
  it('writes every group as CSV into the file that was named, and replaces none', async () => {
    const file = path.join(folder, 'groups.csv');
    const ids = Object.keys(record).sort();
    expect(await evergrant('export', tenantId, 'groups', '--out', file)).toMatchObject({
      code: 0,
      document: {
        workspace: 'real',
        export: { state: 'finished', rows: ids.length, savedAs: file, problem: null },
      },
    });
    const told = async () => (await rowsIn(file)).map((row) => String(row['groupId'])).sort();
    expect(await told()).toEqual(ids);
    const second = path.join(folder, 'groups (2).csv');
    expect(await evergrant('export', tenantId, 'people', '--out', file)).toMatchObject({
      code: 0,
      document: { export: { savedAs: second } },
    });
    expect(await told()).toEqual(ids);
  });

  it('writes members of groups of any customer to standard output, and nothing else there', async () => {
    const args = ['export', '--all', 'members', '--search', 'two janes', '--effective'];
    const run = startCommand([...args, '--format', 'jsonl', '--out', '-', ...place]);
    const { code, stdout, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).not.toBe('');
    const rows = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(rows.map((row) => row['memberId']).sort()).toEqual(janes.people);
    for (const row of rows) {
      expect(row).toMatchObject({ tenantId, groupId: janes.group, complete: true });
    }
  });

  it('hands the marked groups over as SCIM, and nothing while none is marked', async () => {
    const file = path.join(folder, 'marked.scim.json');
    const handOver = ['export', tenantId, 'hand-over', '--format', 'scim', '--out', file];
    const { code, document } = await evergrant(...handOver);
    expect(code).not.toBe(0);
    expect(document).toMatchObject({ problem: { code: 'policy.nothingMarked' } });
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(
      await evergrant('marks', tenantId, 'add', janes.group, '--label', 'VPN access'),
    ).toMatchObject({ code: 0 });
    expect(await evergrant(...handOver, '--ticket', 'CHG-1')).toMatchObject({
      code: 0,
      document: { export: { savedAs: file, rows: janes.people.length } },
    });
    const whole = JSON.parse(await readFile(file, 'utf8')) as {
      readonly Resources: readonly { readonly id: string }[];
    };
    expect(whole.Resources.map(({ id }) => id).sort()).toEqual(
      [...janes.people, janes.group].sort(),
    );
  });

  it.each([
    [['export', 'everything']],
    [['export', '--all', 'hand-over']],
    [['export', '--all', 'groups', '--format', 'pdf']],
    [['export', '--all', 'groups', '--out', '-']],
  ])('%j is wrong use: it ends with 2 and one sentence', async (args) => {
    const { code, stdout, stderr } = await evergrant(...args);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ problem: { code: 'cli.usage' } });
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
