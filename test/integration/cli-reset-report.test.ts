import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resetReportFile } from '../../electron/contract/reset-report.ts';
import { startCommand } from '../support/evergrant-command.ts';
import type { CommandEnd } from '../support/evergrant-command.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

let cloud: PracticeCloud;
let folder: string;
let domain: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-cli-report-'));
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  cloud = await startPracticeCloud({ args: ['--groups', '20', '--memberships', '40'] });
  domain = cloud.customer('healthy').primaryDomain;
});
afterAll(async () => {
  await cloud?.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function evergrant(...args: string[]): Promise<CommandEnd & { readonly document: unknown }> {
  const place = ['--data-dir', path.join(folder, 'data'), '--key-file', path.join(folder, 'key')];
  const end = await startCommand([...args, ...place, '--no-input', '--json']).ended;
  return { ...end, document: end.stdout === '' ? null : (JSON.parse(end.stdout) as unknown) };
}

const file = (name: string) => path.join(folder, name);

it('writes the report as its ending says, of a reset where it stands, and of an ended one without beginning another', async () => {
  const { connector, cloudFile } = cloud.manifest;
  const which = ['--name', 'Acme', '--client-id', connector.clientId, '--cloud-file', cloudFile];
  await evergrant('profiles', 'add', ...which, '--certificate', connector.certificateFile);
  await evergrant('profiles', 'edit', 'Acme', '--backend-name', 'Palisade console');
  await evergrant('tenants', 'add', domain);

  const unknown = await evergrant('reset', domain, '--by', 'Sanne', '--report', file('a.docx'));
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('.pdf, .html, .md')]);
  expect((await evergrant('reset', domain, '--report', file('a.md'))).code).toBe(2);

  const open = await evergrant('reset', domain, '--by', 'Sanne', '--report', file('open.md'));
  expect(open).toMatchObject({
    code: 3,
    document: { reset: { state: 'vendor' }, report: { format: 'markdown', path: file('open.md') } },
  });
  expect(await readFile(file('open.md'), 'utf8')).toContain('not ended yet');

  const ended = await evergrant('reset', domain, '--abandon', 'rain', '--report', file('r.json'));
  expect(ended.code).toBe(130);
  const again = await evergrant('reset', domain, '--report', file('r.json'), '--replace');
  expect(again).toMatchObject({ code: 130, document: { report: { path: file('r.json') } } });
  const report = resetReportFile.parse(JSON.parse(await readFile(file('r.json'), 'utf8')));
  expect(report.reset).toMatchObject({ state: 'abandoned', abandoned: { reason: 'rain' } });
  expect(again.document).toMatchObject({ reset: { id: report.reset.id } });
  expect((await evergrant('reset', domain, '--report', file('r.html'))).code).toBe(130);
  expect(await readFile(file('r.html'), 'utf8')).toContain('<!doctype html>');
  const files = (await readdir(folder)).filter((name) => !['data', 'key'].includes(name));
  expect(files.toSorted()).toEqual(['open.md', 'r.html', 'r.json']);
});
