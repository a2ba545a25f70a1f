import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepsOf } from '../../electron/contract/reset.ts';
import type { ResetState, ResetStep } from '../../electron/contract/reset.ts';
import { takesEffectAfter } from '../support/connected-host.ts';
import { startEngineHost, openEngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { programPath } from '../support/programs/programs.ts';
import { addConnector, connectorPrincipals } from '../support/reset-walk.ts';

const by = 'Sanne Visser';
const customer = 'healthy';
const program = programPath('killed-reset');

let cloud: PracticeCloud;
let folder: string;
let clockFile: string;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
  await takesEffectAfter(cloud, 0);
  folder = await mkdtemp(join(tmpdir(), 'evergrant-clock-'));
  clockFile = join(folder, 'ahead');
});
afterAll(async () => {
  await cloud?.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** A customer whose connector was green, and is refused since their primary domain changed. */
async function refusedSinceTheChange(): Promise<string> {
  const host = await startEngineHost();
  await addConnector(cloud, host);
  const { tenantId } = cloud.customer(customer);
  await host.client.tenants.add({ domainOrId: tenantId });
  await host.client.grants.test({ tenantId });
  const domain = 'alderbrook-vets.example';
  for (const change of [
    { type: 'addDomain', domain },
    { type: 'makePrimary', domain },
    { type: 'refuse', appId: cloud.manifest.connector.clientId, refused: true },
  ])
    await cloud.control('POST', `/tenants/${customer}`, change);
  await host.client.grants.test({ tenantId });
  await host.leave();
  return host.folder;
}

/**
 * Continues the reset in a process that is killed at the given call; returns its output, or null if it was
 * killed.
 */
function carryOn(data: string, steps: readonly ResetStep[], calls: number): Promise<string | null> {
  const { manifest } = cloud;
  const asked = { manifest, folder: data, clockFile, customer, by, steps, calls };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, JSON.stringify(asked)],
      (error, printed, complaints) => {
        if (error === null) resolve(printed.trim());
        else if (error.signal === 'SIGKILL') resolve(null);
        else reject(new Error(complaints));
      },
    );
  });
}

/** For steps that end with a single transition. */
const fewer = (calls: number): number => 3 * calls;

/**
 * Steps that follow each other without a pause, the state after them, and how many more calls the next
 * process may make. Evidence and removal directly follow the technician's confirmation, so that these are
 * killed at every third call.
 */
const stages: readonly {
  readonly steps: readonly ResetStep[];
  readonly next: ResetState;
  readonly more: (calls: number) => number;
}[] = [
  { steps: ['vendor', 'evidence', 'removal'], next: 'deletion', more: () => 3 },
  { steps: ['deletion'], next: 'settling', more: fewer },
  { steps: ['settling'], next: 'granting', more: fewer },
  { steps: ['granting'], next: 'vendorGrant', more: fewer },
  { steps: ['vendorGrant'], next: 'testing', more: fewer },
  { steps: ['testing'], next: 'syncing', more: fewer },
  { steps: ['syncing'], next: 'finished', more: fewer },
];

test('killed again and again at every step: evidence, removal and report happen once, and no step is skipped', async () => {
  const [old] = (await connectorPrincipals(cloud, customer)).live;
  const data = await refusedSinceTheChange();
  await writeFile(clockFile, '0');
  for (const { steps, next, more } of stages) {
    let calls = 1;
    let stands = await carryOn(data, steps, calls);
    expect(stands).toBeNull();
    while (stands === null) {
      calls += more(calls);
      stands = await carryOn(data, steps, calls);
    }
    expect(stands).toBe(next);
  }

  const host = await openEngineHost(data);
  try {
    const { tenantId } = cloud.customer(customer);
    const end = await host.client.resets.last({ tenantId });
    expect(end?.state).toBe('finished');
    expect(end?.steps.map(({ step }) => step)).toEqual(stepsOf.reset);
    const { live, deleted } = await connectorPrincipals(cloud, customer);
    expect(deleted).toEqual([old]);
    expect(live).toHaveLength(1);
    expect(end?.before?.servicePrincipalId).toBe(old);
    expect(end?.after?.servicePrincipalId).toBe(live[0]);
    const activity = await host.client.activity.list({ tenantId, limit: 200 });
    const times = (action: string) => activity.filter((entry) => entry.action === action).length;
    expect([times('resetBegun'), times('grantRemovedHere'), times('resetEnded')]).toEqual([
      1, 1, 1,
    ]);
  } finally {
    await host.dispose();
  }
}, 900_000);
