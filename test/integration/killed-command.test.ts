import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startCommand } from '../support/evergrant-command.ts';
import type { CommandRun } from '../support/evergrant-command.ts';
import { startProxiedPractice } from '../support/proxied-practice.ts';
import type { ProxiedPractice } from '../support/proxied-practice.ts';

let practice: ProxiedPractice;
let folder: string;
let tenantId: string;

const start = (...args: string[]): CommandRun => {
  const place = ['--data-dir', path.join(folder, 'data'), '--key-file', path.join(folder, 'key')];
  return startCommand([...args, ...place, '--no-input', '--json']);
};
const evergrant = async (...args: string[]) => {
  const end = await start(...args).ended;
  return { ...end, document: JSON.parse(end.stdout || 'null') as unknown };
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-killed-'));
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  await writeFile(path.join(folder, 'empty'), '');
  practice = await startProxiedPractice();
  await practice.cloud.control('POST', '/faults', { pageSizes: { deltaGroups: 20 } });
  const { connector } = practice.cloud.manifest;
  tenantId = practice.cloud.customer('large').tenantId;
  const which = ['--client-id', connector.clientId, '--cloud-file', practice.cloudFile];
  const secret = ['--secret-file', connector.secretFile];
  await start('profiles', 'add', '--name', 'Own', ...which, ...secret).ended;
  await start('tenants', 'add', tenantId).ended;
});
afterAll(async () => {
  await practice?.dispose();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => practice.proxy.clear());

test('a sync after one that was killed goes on where it stopped, at once', async () => {
  const held = practice.proxy.alter({
    path: /^\/groups\/delta\?\$skiptoken/,
    after: 1,
    hold: true,
  });
  const first = start('sync', tenantId);
  await held.reached;
  first.kill();
  await first.ended;
  held.remove();
  expect(await evergrant('sync', tenantId)).toMatchObject({
    code: 0,
    document: { sync: { state: 'finished', gaps: null, counts: { groups: 60 } } },
  });
});

test('a sync that follows another carries it on when that one is killed', async () => {
  const held = practice.proxy.alter({ path: '/groups/delta', hold: true });
  const first = start('sync', tenantId, '--full');
  await held.reached;
  const second = start('sync', tenantId);
  await second.said(/users/);
  first.kill();
  await first.ended;
  held.remove();
  expect(await second.ended).toMatchObject({ code: 0 });
});

test('a finished sync that could not read everything says so, and ends with 4', async () => {
  let left = 1;
  practice.proxy.alter({
    path: '/groups/delta',
    body: (page: { readonly value: readonly object[] }) => ({
      ...page,
      value: page.value.map((group) => (left-- > 0 ? { ...group, mail: 5 } : group)),
    }),
  });
  const end = await evergrant('sync', tenantId, '--full');
  expect(end).toMatchObject({
    code: 4,
    document: { sync: { state: 'finished', gaps: { groups: 1, first: [{ kind: 'group' }] } } },
  });
  expect(end.stderr).toContain('Evergrant couldn’t read everything.');
  expect(end.stderr).toContain('1 group');
});
