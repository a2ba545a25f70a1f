import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takesEffectAfter } from '../support/connected-host.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import {
  addConnector,
  addRefusedCustomer,
  connectorPrincipals,
  createResetWalk,
} from '../support/reset-walk.ts';
import type { ResetWalk } from '../support/reset-walk.ts';

const sanne = 'Sanne Visser';
const milan = 'Milan Kovač';

let cloud: PracticeCloud;
/** Two technicians' computers, each with a separate data folder. */
let hers: EngineHost;
let his: EngineHost;
let atHers: ResetWalk;
let atHis: ResetWalk;
let tenantId: string;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
  atHers = createResetWalk(cloud, () => hers);
  atHis = createResetWalk(cloud, () => his);
  ({ tenantId } = atHers);
});
afterAll(() => cloud?.dispose());

beforeEach(async () => {
  await cloud.control('POST', '/reset');
  await takesEffectAfter(cloud, 0);
  hers = await startEngineHost();
  his = await startEngineHost({ computer: 'LAPTOP-9' });
  await addRefusedCustomer(cloud, hers);
});
afterEach(async () => {
  await hers.dispose();
  await his.dispose();
});

/** Starts on her computer and continues to the deletion. */
async function begin(): Promise<void> {
  await hers.client.grants.test({ tenantId });
  await hers.client.resets.begin({ tenantId, by: sanne });
  await atHers.act({ kind: 'confirm', by: sanne });
}

/** Hands the reset over; returns the content of the file that was written. */
async function handOver(): Promise<string> {
  await atHers.act({ kind: 'handOver', by: sanne });
  const { path } = await hers.client.resets.saveHandOver({ tenantId });
  return readFile(path ?? '', 'utf8');
}

test('begun on one computer, handed over by file, ended on another: the report names both people', async () => {
  const [old] = (await connectorPrincipals(cloud)).live;
  await begin();
  const text = await handOver();
  expect(await atHers.check()).toMatchObject({ state: 'handedOver', heldAt: 'deletion' });

  await addConnector(cloud, his);
  expect(await his.client.resets.readHandOver({ text })).toMatchObject({
    hindrance: 'nothing',
    tenant: { tenantId },
    reset: { startedBy: sanne, heldAt: 'deletion' },
  });
  const taken = await his.client.resets.takeOver({ text, by: milan });
  expect(taken).toMatchObject({ state: 'deletion', startedBy: sanne, holder: milan });

  await atHis.remove();
  await atHis.passes('deletion');
  await atHis.passes('settling');
  await atHis.consent();
  await atHis.passes('granting');
  await atHis.act({ kind: 'confirm', by: milan });
  await atHis.passes('testing');
  const end = await atHis.passes('syncing');
  expect(end).toMatchObject({ state: 'finished', startedBy: sanne, holder: milan });
  expect(end.hands.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
    `given ${sanne}`,
    `taken ${milan}`,
  ]);
  expect(end.steps).toHaveLength(9);
  expect(end.steps.filter(({ by }) => by !== null).map(({ step, by }) => `${step} ${by}`)).toEqual([
    `vendor ${sanne}`,
    `vendorGrant ${milan}`,
  ]);
  const { live, deleted } = await connectorPrincipals(cloud);
  expect(end.after?.servicePrincipalId).toBe(live[0]);
  expect(live[0]).not.toBe(old);
  expect(deleted).toContain(old);
  const activity = await his.client.activity.list({ tenantId });
  expect(activity.find(({ action }) => action === 'resetTakenOver')?.account).toBe(milan);
});

test('a grant that the colleague’s computer still knows is forgotten there too', async () => {
  await begin();
  await addRefusedCustomer(cloud, his);
  await his.client.grants.test({ tenantId });
  const text = await handOver();
  await his.client.resets.takeOver({ text, by: milan });
  const { status, lastTest } = await his.client.tenants.get({ tenantId });
  expect(status).toMatchObject({ kind: 'resetting', reset: { by: milan, handedOver: false } });
  expect(lastTest).toBeNull();
});

describe('the file', () => {
  test('holds no token, no credential and no path', async () => {
    await begin();
    const text = await handOver();
    expect(text).not.toMatch(/eyJ|PRIVATE KEY|CERTIFICATE|\/tmp|cloudFile/);
  });

  test('that was cut off, is another one or comes from Practice is refused with what is wrong', async () => {
    await begin();
    const text = await handOver();
    const codeOf = (given: string) =>
      his.client.resets.readHandOver({ text: given }).then(
        () => 'read',
        (error: { readonly data?: { readonly code?: string } }) => error.data?.code,
      );
    expect(await codeOf(text.slice(0, 200))).toBe('reset.fileNotOurs');
    expect(await codeOf(text.replace('"handedOver"', '"finished"'))).toBe('reset.fileDamaged');
    expect(await codeOf(text.replace('"version": 1', '"version": 2'))).toBe('reset.fileNewer');
    const practice = text.replace('"version": 1,', '"version": 1, "workspace": "PRACTICE",');
    expect(await codeOf(practice)).toBe('reset.filePractice');
  });
});

describe('what stands in the way', () => {
  const hindranceAt = async (host: EngineHost, text: string) =>
    (await host.client.resets.readHandOver({ text })).hindrance;

  test('the connector is not there; then it can be carried on, once', async () => {
    await begin();
    const text = await handOver();
    expect(await hindranceAt(his, text)).toBe('noConnector');
    await expect(his.client.resets.takeOver({ text, by: milan })).rejects.toMatchObject({
      data: { code: 'reset.cannotTakeOver' },
    });
    expect(await his.client.tenants.list()).toEqual([]);
    await addConnector(cloud, his);
    await his.client.resets.takeOver({ text, by: milan });
    expect(await hindranceAt(his, text)).toBe('here');
  });

  test('another reset of the customer is open', async () => {
    await begin();
    const text = await handOver();
    await addRefusedCustomer(cloud, his);
    await his.client.resets.begin({ tenantId, by: milan });
    expect(await hindranceAt(his, text)).toBe('running');
  });

  test('it was taken back and went on: the older file is told apart', async () => {
    await begin();
    const older = await handOver();
    await atHers.act({ kind: 'takeBack', by: sanne });
    expect(await hindranceAt(hers, older)).toBe('here');
    await handOver();
    expect(await hindranceAt(hers, older)).toBe('older');
  });

  test('it was taken back while a colleague had it: theirs does not take the place of what was done here', async () => {
    await begin();
    const text = await handOver();
    await addConnector(cloud, his);
    await his.client.resets.takeOver({ text, by: milan });
    await atHers.act({ kind: 'takeBack', by: sanne });
    await handOver();
    await atHis.remove();
    await atHis.passes('deletion');
    await atHis.act({ kind: 'handOver', by: milan });
    const theirs = await his.client.resets.handOver({ tenantId });
    expect(await hindranceAt(hers, theirs.text)).toBe('older');
  });
});

test('a file with the id of another customer’s reset is refused, and that one stays as it is', async () => {
  await begin();
  const text = await handOver();
  const other = cloud.customer('healthy').tenantId;
  await expect(
    hers.client.resets.takeOver({ text: text.replaceAll(tenantId, other), by: milan }),
  ).rejects.toMatchObject({ data: { code: 'reset.fileDamaged' } });
  expect((await hers.client.tenants.list()).map((row) => row.tenantId)).toEqual([tenantId]);
  expect(await hers.client.resets.last({ tenantId })).toMatchObject({ state: 'handedOver' });
});

test('given back: the first computer carries on what the second one did', async () => {
  await begin();
  const text = await handOver();
  await addConnector(cloud, his);
  await his.client.resets.takeOver({ text, by: milan });
  await atHis.remove();
  await atHis.passes('deletion');
  await atHis.act({ kind: 'handOver', by: milan });
  const back = await his.client.resets.handOver({ tenantId });
  const taken = await hers.client.resets.takeOver({ text: back.text, by: sanne });
  expect(taken).toMatchObject({ state: 'settling', holder: sanne });
  expect(taken.hands).toHaveLength(4);
  expect(taken.steps.at(-1)).toMatchObject({ step: 'deletion', proof: 'refusedTwice' });
});
