import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCommand } from '../support/evergrant-command.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud, PracticeCustomer } from '../support/practice-cloud.ts';

/** The usage error's document on standard output. */
const usageDocument: unknown = expect.stringContaining('"code":"cli.usage"');

const backend = 'https://console.palisade.example/settings';

let cloud: PracticeCloud;
let folder: string;
let customer: PracticeCustomer;

async function evergrant(...args: string[]) {
  const place = ['--data-dir', path.join(folder, 'data'), '--key-file', path.join(folder, 'key')];
  const end = await startCommand([...args, ...place, '--no-input', '--json']).ended;
  return { ...end, document: end.stdout === '' ? null : (JSON.parse(end.stdout) as unknown) };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-cli-reset-'));
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '200'] });
  customer = cloud.customer('domainRefused');
  const { connector, cloudFile } = cloud.manifest;
  const own = ['--client-id', connector.clientId, '--certificate', connector.certificateFile];
  await evergrant('profiles', 'add', '--name', 'Vendor', '--cloud-file', cloudFile, ...own);
  const vendors = ['--backend-name', 'Palisade console', '--backend-address', backend];
  await evergrant('profiles', 'edit', 'Vendor', ...vendors);
  await evergrant('tenants', 'add', customer.primaryDomain);
});
afterAll(async () => {
  await cloud.dispose();
  await rm(folder, { recursive: true, force: true });
});

it('prints the step at which the reset stands as a message, and does nothing about the reset', async () => {
  const { tenantId } = customer;
  const message = () => evergrant('reset', tenantId, '--message');
  expect(await message()).toMatchObject({ code: 2, stdout: usageDocument });

  expect(await evergrant('reset', tenantId, '--by', 'Sanne Visser')).toMatchObject({
    code: 3,
    document: { reset: { state: 'vendor' } },
  });
  const vendor = await message();
  expect(vendor).toMatchObject({ code: 0, document: { step: 'vendor', tenantId } });
  expect(vendor.stdout).toContain(backend);
  expect(vendor.stdout).not.toContain('PRACTICE');
  const both = await evergrant('reset', tenantId, '--message', '--confirm');
  expect(both).toMatchObject({ code: 2, stdout: usageDocument });
  expect(await message()).toMatchObject({ code: 0, document: { step: 'vendor' } });

  const left = await evergrant('reset', tenantId, '--abandon', 'only a look');
  expect(left).toMatchObject({ code: 130, document: { reset: { state: 'abandoned' } } });
  expect(await message()).toMatchObject({ code: 2, stdout: usageDocument });
});

it('does nothing about a reset where none is open: it does not begin one to abandon or to skip a step', async () => {
  const { tenantId } = customer;
  for (const option of [['--abandon', 'a mistake'], ['--override', 'no time'], ['--confirm']]) {
    const refused = await evergrant('reset', tenantId, '--by', 'Sanne Visser', ...option);
    expect(refused).toMatchObject({ code: 2, stdout: usageDocument });
  }
  expect((await evergrant('reset', tenantId, '--by', 'Sanne Visser')).document).toMatchObject({
    reset: { state: 'vendor', version: 0 },
  });
  await evergrant('reset', tenantId, '--abandon', 'only a look');
});
