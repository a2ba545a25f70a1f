import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { takesEffectAfter } from '../support/connected-host.ts';
import { startCommand } from '../support/evergrant-command.ts';
import type { CommandEnd, CommandRun } from '../support/evergrant-command.ts';
import { openPage } from '../support/form-browser.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud, PracticeCustomer } from '../support/practice-cloud.ts';

let cloud: PracticeCloud;
let folder: string;
let home: PracticeCustomer;
/** The client ID of the registration that is made by hand. */
let clientId: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-connector-'));
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '200'] });
  await takesEffectAfter(cloud, 0);
  home = cloud.customer('partner');
});
afterAll(async () => {
  await cloud.dispose();
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]): CommandRun {
  const place = ['--data-dir', path.join(folder, 'data'), '--key-file', path.join(folder, 'key')];
  return startCommand([...args, ...place, '--no-input', '--json']);
}

async function evergrant(...args: string[]): Promise<CommandEnd & { readonly document: unknown }> {
  const end = await start(...args).ended;
  expect(end.stdout + end.stderr).not.toContain('PRIVATE KEY');
  return { ...end, document: end.stdout === '' ? null : (JSON.parse(end.stdout) as unknown) };
}

const finish = (id: string) =>
  evergrant('connector', 'set-up', 'finish', 'Acme Shield', '--client-id', id);
const change = (body: object) => cloud.control('POST', `/registrations/${clientId}`, body);

async function verdicts(): Promise<{ readonly code: number | null; readonly words: string }> {
  const { code, document } = await evergrant('connector', 'check', 'Acme Shield');
  const { report } = z
    .object({
      report: z.object({
        checks: z.array(z.object({ kind: z.string(), verdict: z.string(), found: z.string() })),
      }),
    })
    .parse(document);
  const words = report.checks.map(({ kind, verdict, found }) => `${kind} ${verdict} ${found}`);
  return { code, words: words.join('\n') };
}

it('begins with a key pair, and prints the clicks and the certificate', async () => {
  const file = path.join(folder, 'connector.cer');
  const begun = await evergrant(
    'connector',
    'set-up',
    'begin',
    '--name',
    'Acme Shield',
    '--home',
    home.primaryDomain,
    '--cloud-file',
    cloud.manifest.cloudFile,
    '--certificate-file',
    file,
  );
  expect(begun).toMatchObject({ code: 0, document: { setUp: { tenantId: home.tenantId } } });
  expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
  const clicks = await evergrant('connector', 'set-up', 'clicks', 'Acme Shield');
  expect(clicks.code).toBe(0);
  expect(clicks.stdout).toContain('http://localhost');
  expect(clicks.stdout).toContain(`/portal/${home.tenantId}/registrations/new`);
});

it('has no script for a cloud that Microsoft’s tools do not reach', async () => {
  const script = await evergrant('connector', 'set-up', 'script', 'Acme Shield');
  expect(script).toMatchObject({ code: 2, document: { problem: { code: 'cli.usage' } } });
});

it('refuses an id that Microsoft does not know, and keeps the set-up', async () => {
  const wrong = '12345678-1234-4234-8234-123456789abc';
  const refused = await finish(wrong);
  expect(refused).toMatchObject({
    code: 5,
    document: { problem: { code: 'setUp.applicationUnknown' } },
  });
  const { document } = await evergrant('connector', 'set-up', 'list');
  expect(document).toMatchObject({ setUps: [{ name: 'Acme Shield' }] });
});

it('finishes with the id of a registration without the certificate, and is told so by the check', async () => {
  ({ clientId } = z
    .object({ clientId: z.string() })
    .parse(
      await cloud.control('POST', `/tenants/partner/registrations`, { displayName: 'Acme Shield' }),
    ));
  const finished = await finish(clientId);
  expect(finished).toMatchObject({ code: 0, document: { tenantId: home.tenantId } });
  const { code, words } = await verdicts();
  expect(code).toBe(3);
  expect(words).toContain('certificate wrong keyUnknown');
});

it('knows the certificate once it is uploaded, the redirect that is missing, and what it could not read yet', async () => {
  const pem = await readFile(path.join(folder, 'connector.cer'), 'utf8');
  await change({ type: 'addCertificate', pem });
  const { code, words } = await verdicts();
  expect(code).toBe(3);
  expect(words).toContain('certificate right asItShouldBe');
  expect(words).toContain('redirect wrong ');
  expect(words).toContain('permissions couldNotTell unread');
});

it('reads the registration when it is granted at home, and names every miss', async () => {
  await change({
    type: 'setPermissions',
    permissions: [
      { name: 'User.Read', type: 'delegated' },
      { name: 'GroupMember.Read.All', type: 'delegated' },
      { name: 'Directory.Read.All', type: 'application' },
    ],
  });
  const redirectUris = [{ uri: 'http://localhost', platform: 'publicClient' }];
  await change({ type: 'setRedirects', redirectUris });
  await change({ type: 'setMultiTenant', multiTenant: true });
  const grant = start('grant', home.tenantId, '--print-url');
  const administrator = home.accounts.find(({ role }) => role === 'globalAdministrator');
  const picker = await openPage(await grant.said(/^http/));
  const consent = await picker.press(administrator?.userPrincipalName ?? '');
  await consent.press('Accept');
  expect(await grant.ended).toMatchObject({ code: 0 });
  expect((await verdicts()).words).toBe(
    [
      'application right asItShouldBe',
      'certificate right asItShouldBe',
      'redirect right asItShouldBe',
      'permissions right asItShouldBe',
      'multiTenant right asItShouldBe',
      'publisher caution unverified',
    ].join('\n'),
  );

  await change({
    type: 'setRedirects',
    redirectUris: [{ uri: 'http://localhost', platform: 'web' }],
  });
  await change({ type: 'setMultiTenant', multiTenant: false });
  await change({
    type: 'setPermissions',
    permissions: [
      { name: 'User.Read', type: 'delegated' },
      { name: 'Directory.Read.All', type: 'application' },
      { name: 'Directory.ReadWrite.All', type: 'application' },
    ],
  });
  await change({ type: 'setPublisherVerified', verified: true });
  const missed = await verdicts();
  expect(missed.code).toBe(3);
  expect(missed.words).toContain('redirect wrong redirectOtherPlatform');
  expect(missed.words).toContain('permissions wrong permissionMayWrite');
  expect(missed.words).toContain('multiTenant wrong oneTenantOnly');
  expect(missed.words).toContain('publisher right asItShouldBe');
});
