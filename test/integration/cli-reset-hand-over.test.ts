import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takesEffectAfter } from '../support/connected-host.ts';
import { startCommand } from '../support/evergrant-command.ts';
import type { CommandEnd } from '../support/evergrant-command.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud, PracticeCustomer } from '../support/practice-cloud.ts';
import { hurrying } from '../support/programs/hurried.ts';
import { connectorPrincipals } from '../support/reset-walk.ts';

/** The usage error's document on standard output. */
const usageDocument: unknown = expect.stringContaining('"code":"cli.usage"');

const sanne = 'Sanne Visser';
const milan = 'Milan Kovač';

let cloud: PracticeCloud;
let folder: string;
let customer: PracticeCustomer;

type Answer = CommandEnd & { readonly document: unknown };

const placeOf = (name: string): readonly string[] => [
  '--data-dir',
  path.join(folder, name),
  '--key-file',
  path.join(folder, 'key'),
];

/** How long `evergrant reset` waits before it checks again. */
const lookEveryMs = 3_000;

/** The command on one technician's computer, with a separate data folder and key. */
const computer =
  (name: string) =>
  async (...args: string[]): Promise<Answer> => {
    const end = await startCommand(
      [...args, ...placeOf(name), '--no-input', '--json'],
      hurrying(file('clock'), [lookEveryMs]),
    ).ended;
    return { ...end, document: end.stdout === '' ? null : (JSON.parse(end.stdout) as unknown) };
  };
const hers = computer('hers');
const his = computer('his');
const file = (name: string) => path.join(folder, name);

async function addConnector(at: typeof hers): Promise<void> {
  const { connector, cloudFile } = cloud.manifest;
  const own = ['--client-id', connector.clientId, '--certificate', connector.certificateFile];
  await at('profiles', 'add', '--name', 'Vendor', '--cloud-file', cloudFile, ...own);
  await at('profiles', 'edit', 'Vendor', '--backend-name', 'Palisade console');
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-cli-hand-over-'));
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '200'] });
  customer = cloud.customer('domainRefused');
  await takesEffectAfter(cloud, 0);
  await addConnector(hers);
});
afterAll(async () => {
  await cloud?.dispose();
  await rm(folder, { recursive: true, force: true });
});

it('hands a reset over by file, and carries it on at another computer; each says what stands in the way', async () => {
  const { tenantId, primaryDomain } = customer;
  await hers('tenants', 'add', primaryDomain);
  const none = await hers('reset-hand-over', tenantId);
  expect(none).toMatchObject({ code: 2, stdout: usageDocument });
  expect(none.stderr).toContain('no open reset');

  await hers('reset', tenantId, '--by', sanne);
  const given = await hers('reset-hand-over', tenantId, '--out', file('given.json'));
  expect(given).toMatchObject({
    code: 0,
    document: {
      workspace: 'real',
      tenantId,
      file: file('given.json'),
      reset: { state: 'handedOver', heldAt: 'vendor', holder: sanne },
    },
  });
  const text = await readFile(file('given.json'), 'utf8');
  const again = await hers('reset-hand-over', tenantId, '--out', '-');
  expect([again.code, again.stdout]).toEqual([0, text]);
  const over = await hers('reset-hand-over', tenantId, '--out', file('given.json'));
  expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('EEXIST')]);
  expect(await hers('reset', tenantId)).toMatchObject({
    code: 3,
    document: { reset: { state: 'handedOver' } },
  });

  const take = (from: string) => his('reset-take-over', file(from), '--by', milan);
  const stranger = await take('given.json');
  expect([stranger.code, stranger.stderr]).toEqual([
    2,
    expect.stringContaining('Its connector isn’t on this computer'),
  ]);
  await addConnector(his);
  await writeFile(file('cut.json'), text.replace('"handedOver"', '"finished"'));
  const cut = await take('cut.json');
  expect([cut.code, cut.stderr]).toEqual([5, expect.stringContaining('is incomplete')]);
  const nobody = await his('reset-take-over', file('given.json'));
  expect(nobody).toMatchObject({ code: 2, stdout: usageDocument });

  expect(await take('given.json')).toMatchObject({
    code: 0,
    document: { tenantId, reset: { state: 'vendor', startedBy: sanne, holder: milan } },
  });
  const twice = await take('given.json');
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('already')]);
  const on = await his('reset', tenantId, '--abandon', 'They found the cause themselves');
  expect(on).toMatchObject({
    code: 130,
    document: { reset: { abandoned: { by: milan }, hands: [{ by: sanne }, { by: milan }] } },
  });
});

it('takes the connector out of the tenant of a customer who leaves, handed over in between', async () => {
  const leaver = cloud.customer('healthy');
  const { tenantId } = leaver;
  await hers('tenants', 'add', leaver.primaryDomain);
  const unnamed = await hers('off-board', tenantId);
  expect(unnamed).toMatchObject({ code: 2, stdout: usageDocument });
  expect(await hers('off-board', tenantId, '--by', sanne)).toMatchObject({
    code: 3,
    document: { reset: { state: 'vendor', purpose: 'offBoard' } },
  });
  // A reset of the same customer would grant again what is being removed.
  const other = await hers('reset', tenantId, '--by', sanne);
  expect([other.code, other.stderr]).toEqual([5, expect.stringContaining('already open')]);
  await hers('reset-hand-over', tenantId, '--out', file('leaving.json'));

  const taken = await startCommand([
    'reset-take-over',
    file('leaving.json'),
    '--by',
    milan,
    ...placeOf('his'),
    '--no-input',
  ]).ended;
  expect([taken.code, taken.stdout]).toEqual([
    0,
    expect.stringContaining(`evergrant off-board ${tenantId}`),
  ]);

  await cloud.control('POST', `/tenants/${leaver.key}`, {
    type: 'deletePrincipal',
    appId: cloud.manifest.connector.clientId,
  });
  const report = ['--report', file('left.md')];
  const end = await his('off-board', tenantId, '--confirm', ...report);
  expect(end).toMatchObject({
    code: 0,
    document: {
      workspace: 'real',
      reset: { state: 'finished', purpose: 'offBoard', startedBy: sanne, holder: milan },
      report: { format: 'markdown', path: file('left.md') },
    },
  });
  expect((await connectorPrincipals(cloud, leaver.key)).live).toEqual([]);
  const written = await readFile(file('left.md'), 'utf8');
  expect(written).toContain('# Off-boarding report');
  expect(written).toContain(
    'Microsoft refused two new token requests because the application isn’t installed',
  );
  expect(written).not.toContain('| After |');
});
