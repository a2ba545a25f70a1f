import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAdministrator } from '../support/administrator.ts';
import { startCommand } from '../support/evergrant-command.ts';
import { hurrying } from '../support/programs/hurried.ts';
import { programPath } from '../support/programs/programs.ts';
import { startProxiedPractice } from '../support/proxied-practice.ts';
import type { ProxiedPractice } from '../support/proxied-practice.ts';

/** The page on which an administrator grants, as a reset prints it. */
const isLink = /^https?:.*adminconsent/;

let practice: ProxiedPractice;
let folder: string;
let tenantId: string;

const options = (): readonly string[] => [
  '--data-dir',
  path.join(folder, 'data'),
  '--key-file',
  path.join(folder, 'key'),
  '--no-input',
];
const start = (...args: string[]) => startCommand([...args, ...options(), '--json']);

async function evergrant(...args: string[]) {
  const { code, stdout, stderr } = await start(...args).ended;
  return { code, stderr, document: stdout === '' ? null : (JSON.parse(stdout) as unknown) };
}

beforeAll(async () => {
  practice = await startProxiedPractice(['--groups', '300', '--memberships', '6000']);
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-interrupted-'));
  const { cloud, cloudFile, secret } = practice;
  tenantId = cloud.customer('large').tenantId;
  const secretFile = path.join(folder, 'secret');
  await writeFile(secretFile, secret, { mode: 0o600 });
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  const own = ['--client-id', cloud.manifest.connector.clientId, '--secret-file', secretFile];
  await evergrant('profiles', 'add', '--name', 'Ours', '--cloud-file', cloudFile, ...own);
  await evergrant('tenants', 'add', tenantId);
  const { code, stderr } = await evergrant('sync', tenantId);
  if (code !== 0) throw new Error(stderr);
});
afterAll(async () => {
  await practice?.dispose();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => practice.proxy.clear());

/** Interrupts a command after its request has passed through; the answer is held until the test ends. */
async function interruptedAt(held: string | RegExp, ...args: string[]) {
  const answer = practice.proxy.alter({ path: held, hold: true });
  const run = start(...args);
  await Promise.race([answer.reached, run.ended]);
  run.interrupt();
  return await run.ended;
}

describe('a look at Microsoft', () => {
  test('for a person whom the cache does not know ends with 130', async () => {
    const asked = ['user', 'Zebulon Quist', '--tenant', tenantId, '--live'];
    expect(await interruptedAt('/users?$search', ...asked)).toMatchObject({ code: 130 });
  });

  test('for the groups of a person ends with 130', async () => {
    const [person] = practice.cloud.customer('large').accounts;
    const asked = ['user', person?.userPrincipalName ?? '', '--tenant', tenantId, '--live'];
    expect(await interruptedAt(/\/memberOf/, ...asked)).toMatchObject({ code: 130 });
  });
});

describe('a sync of another process that is followed', () => {
  test('is left with 130 and goes on to its end', async () => {
    const page = practice.proxy.alter({ path: '/users/delta', hold: true });
    const running = start('sync', tenantId, '--full');
    await Promise.race([page.reached, running.ended]);
    const following = start('sync', tenantId);
    await following.said(/./);
    following.interrupt();
    expect(await following.ended).toMatchObject({ code: 130 });
    page.release();
    expect(await running.ended).toMatchObject({ code: 0 });
  });
});

describe('an export', () => {
  test('to a program that takes nothing ends with 130', async () => {
    const args = ['export', tenantId, 'members', '--out', '-', ...options()];
    const child = spawn(process.execPath, [programPath('cli'), ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // Some output has arrived; the test reads no more.
    await once(child.stdout, 'readable');
    let taken = -1;
    const isFull = () => {
      const before = taken;
      taken = child.stdout.readableLength;
      return taken > 0 && taken === before;
    };
    await expect.poll(isFull).toBe(true);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });

  test('into a file leaves nothing half-written', async () => {
    const into = await mkdtemp(path.join(folder, 'out-'));
    const file = path.join(into, 'members.csv');
    const run = start('export', tenantId, 'members', '--out', file);
    await expect.poll(async () => (await readdir(into)).length).toBeGreaterThan(0);
    run.interrupt();
    const { code } = await run.ended;
    expect([0, 130]).toContain(code);
    expect(await readdir(into)).toEqual(code === 0 ? ['members.csv'] : []);
  });
});

describe('a reset', () => {
  const by = ['--by', 'Sanne Visser'];
  /** Waits between two checks end immediately; the clock of the next command continues from there. */
  const hurried = () => hurrying(path.join(folder, 'clock'), [3_000]);
  const reset = () => startCommand(['reset', tenantId, ...by, ...options(), '--json'], hurried());

  test('ends with 130 at each of its steps, and the next continues there', async () => {
    const { cloud, proxy } = practice;
    const looking = await interruptedAt('/oauth2/v2.0/token', 'reset', tenantId, ...by);
    expect(looking).toMatchObject({ code: 130 });
    proxy.clear();

    const effect = { principal: 0, token: 0, graph: 0, index: 0 };
    await cloud.control('POST', '/settings', { effect });
    const { clientId: appId } = cloud.manifest.connector;
    await cloud.control('POST', '/tenants/large', { type: 'deletePrincipal', appId });
    const granting = reset();
    const elsewhere = new URL(await granting.said(isLink));
    granting.interrupt();
    expect(await granting.ended).toMatchObject({ code: 130 });
    // The page without a redirect, which asks for all registered permissions.
    elsewhere.pathname = `/${tenantId}/adminconsent`;
    elsewhere.search = `client_id=${appId}`;
    const { accounts } = cloud.customer('large');
    const administrator = accounts.find(({ role }) => role === 'globalAdministrator');
    await createAdministrator(administrator?.userPrincipalName ?? '').consent(
      elsewhere.href,
      'accept',
    );

    const page = proxy.alter({ path: '/users/delta', hold: true });
    const syncing = reset();
    await Promise.race([page.reached, syncing.ended]);
    syncing.interrupt();
    expect(await syncing.ended).toMatchObject({ code: 130 });
    proxy.clear();

    const { code, stdout } = await reset().ended;
    expect(JSON.parse(stdout)).toMatchObject({ reset: { state: 'finished' } });
    expect(code).toBe(0);
  });
});
