import { beforeAll, beforeEach, expect, test } from 'vitest';
import { connectedHost } from '../support/connected-host.ts';
import { connectorPrincipals, createResetWalk, palisadeConsole } from '../support/reset-walk.ts';
import type { ResetWalk } from '../support/reset-walk.ts';

const by = 'Sanne Visser';

const here = connectedHost({ connector: { backend: palisadeConsole } });
let walk: ResetWalk;

beforeAll(() => {
  walk = createResetWalk(here.cloud, () => here.host);
});
beforeEach(async () => {
  await here.host.client.tenants.add({ domainOrId: walk.tenantId });
});

test('a customer leaves: everything is removed, it is proven gone, nothing is granted, then they are forgotten', async () => {
  const { tenantId } = walk;
  await here.host.client.resets.begin({ tenantId, by, purpose: 'offBoard' });
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
  expect((await connectorPrincipals(here.cloud)).live).toEqual([]);
  const activity = await here.host.client.activity.list({ tenantId });
  const actions = activity.map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('offBoard'))).toEqual([
    'offBoardEnded',
    'offBoardBegun',
  ]);
  await here.host.client.tenants.forget({ tenantId });
  expect(await here.host.client.tenants.list()).toEqual([]);
});

test('what has ended stays on record when another begins', async () => {
  const { tenantId } = walk;
  const first = await here.host.client.resets.begin({ tenantId, by, purpose: 'offBoard' });
  await walk.act({ kind: 'abandon', by, reason: 'They stay after all' });
  await here.host.client.resets.begin({ tenantId, by });
  const ended = await here.host.client.resets.ended({ tenantId });
  expect(ended).toMatchObject([{ id: first.id, purpose: 'offBoard', state: 'abandoned' }]);
});
