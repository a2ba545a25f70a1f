import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { addRefusedCustomer, connectorPrincipals, createResetWalk } from '../support/reset-walk.ts';
import type { ResetWalk } from '../support/reset-walk.ts';

const by = 'Sanne Visser';

let cloud: PracticeCloud;
let host: EngineHost;
let walk: ResetWalk;

beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
  walk = createResetWalk(cloud, () => host);
});
afterAll(() => cloud?.dispose());

beforeEach(async () => {
  await cloud.control('POST', '/reset');
  await cloud.control('POST', '/settings', {
    effect: { principal: 0, token: 0, graph: 0, index: 0 },
  });
  host = await startEngineHost();
  await addRefusedCustomer(cloud, host);
});
afterEach(() => host.dispose());

test('a customer leaves: everything is removed, it is proven gone, nothing is granted, then they are forgotten', async () => {
  const { tenantId } = walk;
  await host.client.resets.begin({ tenantId, by, purpose: 'offBoard' });
  await walk.act({ kind: 'confirm', by });
  await walk.remove();
  const end = await walk.passes('deletion');
  expect(end).toMatchObject({ state: 'finished', purpose: 'offBoard', after: null });
  expect(end.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'vendor confirmed',
    'evidence done',
    'removal done',
    'deletion done',
  ]);
  expect((await connectorPrincipals(cloud)).live).toEqual([]);
  const activity = await host.client.activity.list({ tenantId });
  const actions = activity.map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('offBoard'))).toEqual([
    'offBoardEnded',
    'offBoardBegun',
  ]);
  await host.client.tenants.forget({ tenantId });
  expect(await host.client.tenants.list()).toEqual([]);
});

test('what has ended stays on record when another begins', async () => {
  const { tenantId } = walk;
  const first = await host.client.resets.begin({ tenantId, by, purpose: 'offBoard' });
  await walk.act({ kind: 'abandon', by, reason: 'They stay after all' });
  await host.client.resets.begin({ tenantId, by });
  const ended = await host.client.resets.ended({ tenantId });
  expect(ended).toMatchObject([{ id: first.id, purpose: 'offBoard', state: 'abandoned' }]);
});
