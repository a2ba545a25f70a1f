import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Reset, ResetPurpose } from '../../electron/contract/reset.ts';
import { exitCodeOfProblem, exitCodeOfStatus, exitCodes } from '../../electron/cli/exit-codes.ts';
import { mayBeAcceptedYet } from '../../electron/engine/connection/consent/consent-run.ts';
import { createText } from '../../text/create-text.ts';
import { who } from '../../text/en/problem-text.ts';
import { describeProblem } from '../../text/words/problem-text.ts';
import {
  absenceMeanings,
  consentMeanings,
  graphMeanings,
  tokenMeanings,
} from '../fixtures/meanings.ts';
import type { Follows } from '../fixtures/meanings.ts';
import type { Rule } from '../support/altering-proxy/rules.ts';
import { startCommand } from '../support/evergrant-command.ts';
import { hurrying } from '../support/programs/hurried.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { startProxiedHost, startProxiedPractice } from '../support/proxied-practice.ts';
import type { ProxiedHost, ProxiedPractice } from '../support/proxied-practice.ts';
import { vendorsClientId, vendorsName } from '../support/vendors-registration.ts';

const by = 'Sanne Visser';
const minute = 60_000;
const text = createText('en');
/** One clock for all hosts, so that no stored time is in the future. */
const clock = createJumpingClock();

let practice: ProxiedPractice;
let customer: ProxiedHost;
let folder: string;
/** One customer for each: a reset of our connector, a reset of a vendor's, a consent. */
let oursId: string;
let vendorsId: string;
let consentId: string;
/** Only the command resets this customer. */
let resetId: string;

beforeAll(async () => {
  practice = await startProxiedPractice(['--groups', '20', '--memberships', '40']);
  const { cloud, cloudFile } = practice;
  const vendorsClient = await vendorsClientId(cloud);
  customer = await startProxiedHost(practice, 'healthy', { clock });
  const { client } = customer.host;
  const [reader] = await client.profiles.list();
  if (reader === undefined) throw new Error('the host has no connector');
  const vendors = await client.profiles.add({
    name: vendorsName,
    clientId: vendorsClient,
    cloud: { kind: 'custom', file: cloudFile },
    vendor: { readerId: reader.id, consentLink: null },
  });
  oursId = cloud.customer('domainHarmless').tenantId;
  vendorsId = cloud.customer('odd').tenantId;
  consentId = cloud.customer('neverGranted').tenantId;
  resetId = cloud.customer('large').tenantId;
  await client.tenants.add({ domainOrId: oursId, profileId: reader.id });
  await client.tenants.add({ domainOrId: consentId, profileId: reader.id });
  await client.tenants.add({ domainOrId: vendorsId, profileId: vendors.id });
  await client.grants.test({ tenantId: customer.tenantId });
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-meanings-'));
  await prepareCommand();
});
afterAll(async () => {
  await customer?.host.dispose();
  await practice?.dispose();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => practice.proxy.clear());

/**
 * MSAL remembers for a minute that the token endpoint was busy and sends it no request; a new process does.
 */
async function startAgain(): Promise<void> {
  customer = { ...customer, host: await customer.host.restart() };
}

/** The pause between two checks of a reset, in milliseconds; it ends immediately. */
const betweenLooks = 3_000;

function start(...args: string[]) {
  const place = ['--data-dir', path.join(folder, 'data'), '--key-file', path.join(folder, 'key')];
  const hurried = hurrying(path.join(folder, 'clock'), [betweenLooks]);
  return startCommand([...args, ...place, '--no-input', '--json'], hurried);
}

async function evergrant(...args: string[]) {
  const { code, stdout } = await start(...args).ended;
  return { code, document: stdout === '' ? null : (JSON.parse(stdout) as unknown) };
}

/** Prepares the same connector and customer for the command, with a successful test. */
async function prepareCommand(): Promise<void> {
  const { cloud, cloudFile, secret } = practice;
  const { connector } = cloud.manifest;
  const secretFile = path.join(folder, 'secret');
  await writeFile(secretFile, secret, { mode: 0o600 });
  await writeFile(path.join(folder, 'key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });
  const own = ['--client-id', connector.clientId, '--secret-file', secretFile];
  await evergrant('profiles', 'add', '--name', 'Ours', '--cloud-file', cloudFile, ...own);
  for (const tenantId of [customer.tenantId, oursId, resetId, consentId])
    await evergrant('tenants', 'add', tenantId);
  expect(await evergrant('test', customer.tenantId)).toMatchObject({ code: 0 });
  expect(await evergrant('test', oursId)).toMatchObject({ code: 0 });
}

/** Token requests that a reset of the command has made. */
const looksForDeletion = () =>
  practice.proxy.passed.filter(
    ({ method, path: asked, status }) =>
      method === 'POST' && asked.includes(resetId) && status !== null,
  ).length;

/** The exit code of a reset. If it waits, it is interrupted after two checks or when it continues. */
async function endOfReset({ reset, ours }: Follows, purpose: ResetPurpose) {
  const name = purpose === 'reset' ? 'reset' : 'off-board';
  const before = looksForDeletion();
  const run = start(name, resetId, '--by', by);
  if (reset === 130 && ours === 'refused') {
    await run.said(/adminconsent/);
    run.interrupt();
  } else if (reset === 130) {
    await expect.poll(() => looksForDeletion() - before).toBeGreaterThan(1);
    run.interrupt();
  }
  const { code } = await run.ended;
  if (reset === 130) await evergrant(name, resetId, '--abandon', 'Only a look');
  return code;
}

/** What was expected of the commands so far: answers with the same meaning lead to the same exit codes. */
const expected = new Set<string>();

/** The same as processes, two at a time, each with a different customer; once per meaning. */
async function expectEnds(rule: Rule, follows: Follows, purpose: ResetPurpose): Promise<void> {
  const meaning = JSON.stringify([follows, purpose]);
  if (expected.has(meaning)) return;
  expected.add(meaning);
  const [test, reset] = await Promise.all([
    evergrant('test', customer.tenantId),
    endOfReset(follows, purpose),
  ]);
  expect({ test: test.code, reset }).toEqual({ test: follows.exit, reset: follows.reset });
  expect(test.document).toMatchObject({ status: { kind: follows.status } });
  if (purpose === 'offBoard') return;
  // A pause of more than ten minutes is reported instead of waited for.
  const isBusy = (rule.status ?? 0) >= 429;
  if (isBusy) practice.proxy.alter({ ...rule, headers: { 'retry-after': '3600' } });
  const [doctor, sync] = await Promise.all([
    evergrant('doctor', oursId),
    evergrant('sync', customer.tenantId),
  ]);
  expect({ doctor: doctor.code, sync: sync.code }).toEqual({
    doctor: follows.doctor,
    sync: follows.sync,
  });
  expect(doctor.document).toMatchObject({ diagnosis: { verdict: follows.verdict } });
}

const whoOf = (problem: Problem | null | undefined) =>
  problem ? describeProblem(text, problem).who : 'without a problem';

/** Starts a reset or an off-boarding and checks that it is at the deletion of the enterprise application. */
async function toDeletion(tenantId: string, purpose: ResetPurpose): Promise<void> {
  const reset = await customer.host.client.resets.begin({ tenantId, by, purpose });
  expect(reset.state).toBe('deletion');
}

/** What the reset's check for the connector finds; the reset is abandoned afterwards. */
async function lookOf(tenantId: string): Promise<string> {
  const { resets } = customer.host.client;
  const now = async (): Promise<Reset> => {
    const last = await resets.last({ tenantId });
    if (last === null) throw new Error('no reset was begun');
    return last;
  };
  const act = async (action: Parameters<typeof resets.act>[0]['action']) =>
    resets.act({ tenantId, version: (await now()).version, action });
  const look = await act({ kind: 'check' }).then(
    ({ state, firstRefusedAt }) => {
      if (state !== 'deletion') return 'gone';
      return firstRefusedAt === null ? 'there' : 'refused';
    },
    () => 'nothing',
  );
  const { state } = await now();
  expect(['deletion', 'settling', 'finished']).toContain(state);
  if (state !== 'finished') await act({ kind: 'abandon', by, reason: 'Only a look' });
  return look;
}

/** The result of a sync of the customer, as the command would run it; waits end immediately. */
async function syncOf(tenantId: string) {
  const { client } = customer.host;
  let run = await client.syncs.start({ tenantId, mode: 'full' });
  const hurry = setInterval(() => clock.jump(minute), 5);
  try {
    for await (const next of await client.syncs.watch({ tenantId })) run = next;
  } finally {
    clearInterval(hurry);
  }
  const exit = run.problem === null ? exitCodes.ok : exitCodeOfProblem(run.problem);
  return { state: run.state, exit, problem: run.problem };
}

async function expectAll(
  rule: Rule,
  follows: Follows,
  purpose: ResetPurpose = 'reset',
): Promise<void> {
  const { host, tenantId } = customer;
  const { client } = host;
  await toDeletion(oursId, purpose);
  await toDeletion(vendorsId, purpose);
  const handle = practice.proxy.alter(rule);
  const { lastTest: result } = await client.grants.test({ tenantId });
  const { status } = await client.tenants.get({ tenantId });
  const { verdict } = await client.doctor.diagnose({ tenantId });
  const reason = result.refusal ?? status.reasons[0];
  const ours = await lookOf(oursId);
  const vendors = await lookOf(vendorsId);
  const sync = await syncOf(oursId);
  expect(handle.hits).toBeGreaterThan(0);
  expect({
    who: whoOf(reason),
    status: status.kind,
    exit: exitCodeOfStatus(status),
    verdict,
    ours,
    vendors,
    sync: sync.exit,
  }).toEqual({
    who: reason === undefined ? 'without a problem' : expect.stringContaining(who[follows.who]),
    status: follows.status,
    exit: follows.exit,
    verdict: follows.verdict,
    ours: follows.ours,
    vendors: follows.vendors,
    sync: follows.sync,
  });
  expect(sync.state).toBe(follows.sync === 0 ? 'finished' : 'failed');
  await expectEnds(rule, follows, purpose);
}

describe.each(tokenMeanings)('the token endpoint answers %s', (_name, given, follows) => {
  test('to test, doctor, reset, sync and the command', async () => {
    if ((given.status ?? 0) >= 429) onTestFinished(startAgain);
    await expectAll({ method: 'POST', path: /\/oauth2\/v2\.0\/token/, ...given }, follows);
  });
});

describe.each(graphMeanings)('Graph answers %s', (_name, given, follows) => {
  test('to test, doctor, reset, sync and the command', async () => {
    const graph =
      /^\/(organization|servicePrincipals|oauth2PermissionGrants|users|groups|devices|contacts|\$batch)/;
    await expectAll({ path: graph, ...given }, follows);
  });
});

describe.each(absenceMeanings)(
  'about the enterprise application comes %s',
  (_name, given, follows) => {
    test.each(['reset', 'offBoard'] as const)(
      'to test, doctor, %s, sync and the command',
      async (purpose) => {
        await expectAll({ path: '/servicePrincipals(appId=', ...given }, follows, purpose);
      },
    );
  },
);

/** The administrator's browser returns from the consent page. */
async function comeBack(page: string, query: Readonly<Record<string, string>>): Promise<void> {
  const link = new URL(page);
  const back = new URL(link.searchParams.get('redirect_uri') ?? '');
  const state = link.searchParams.get('state') ?? '';
  back.search = new URLSearchParams({ ...query, state }).toString();
  await fetch(back);
}

describe.each(consentMeanings)('a consent comes back with $name', ({ query, ...follows }) => {
  test('and ends so, with who can act', async () => {
    const { client } = customer.host;
    const command = start('grant', consentId, '--print-url');
    const { url } = await client.grants.begin({ tenantId: consentId });
    await comeBack(url, query);
    await comeBack(/https?:\S+/.exec(await command.said(/redirect_uri=/))?.[0] ?? '', query);
    expect((await command.ended).code).toBe(follows.grant);
    await expect
      .poll(async () => (await client.tenants.get({ tenantId: consentId })).attempt?.endedAt)
      .toBeTruthy();
    const { attempt } = await client.tenants.get({ tenantId: consentId });
    if (attempt === null) throw new Error('no consent was begun');
    expect(attempt.phase).toBe(follows.phase);
    expect(whoOf(attempt.problem)).toContain(who[follows.who]);
    expect(mayBeAcceptedYet(attempt)).toBe(follows.isRace);
  });
});
