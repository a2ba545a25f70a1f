import { expect, test } from 'vitest';
import { createVirtualClock } from '../../../test/support/virtual-clock.ts';
import type { GrantStatus } from '../../contract/grant.ts';
import type { SyncRun } from '../../contract/sync.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { createCarryOn } from './carry-on.ts';
import type { CarryOnPorts } from './carry-on-ports.ts';
import type { ResetEvent } from './events.ts';
import { settleMs } from './machine-parts.ts';
import { beginReset, nextReset } from './machine.ts';
import type { ResetRecord } from './store.ts';

const by = 'Sanne Visser';
const clock = createVirtualClock();
const start = clock.now();

const nothing: ResetEvent[] = [
  {
    type: 'evidenceKept',
    at: start,
    evidence: {
      at: new Date(start).toISOString(),
      testedAt: null,
      servicePrincipalId: null,
      primaryDomain: null,
      initialDomain: null,
      verifiedDomains: [],
      permissions: [],
      sync: null,
    },
  },
  { type: 'removedHere', at: start },
  { type: 'notFound', at: start - settleMs },
];

/** A proven deletion, after the time that Microsoft needs. */
function settled(): ResetRecord {
  const begun = beginReset({ purpose: 'reset', hasBackend: false, by, at: start });
  const snapshot = nothing.reduce((now, event) => nextReset(now, event) ?? now, begun);
  const tenantId = 'ffffffff-0000-4000-8000-000000000000';
  const kept = { version: 3, startedAt: start, startedBy: by, endedAt: null };
  return { id: tenantId, tenantId, profileId: tenantId, ...kept, snapshot };
}

const failedSync = (failure: EvergrantError): SyncRun => ({
  id: 'eeeeeeee-0000-4000-8000-000000000000',
  tenantId: settled().tenantId,
  mode: 'full',
  state: 'failed',
  phase: 'users',
  startedAt: new Date(start).toISOString(),
  finishedAt: new Date(start).toISOString(),
  counts: { users: 0, groups: 0, memberships: 0, devices: 0, contacts: 0 },
  requests: 1,
  expected: null,
  membershipsBy: 'delta',
  gaps: null,
  waitingUntil: null,
  problem: failure.toProblem(),
});

const removedStatus: GrantStatus = {
  kind: 'removed',
  stale: false,
  since: null,
  attention: [],
  reasons: [],
};

/**
 * Continues when every check fails with this error; Evergrant's record was removed at the given time,
 * if any.
 */
function carryOnWhere(
  failure: EvergrantError,
  removedAt: number | null = null,
  removeHere: CarryOnPorts['removals']['removeHere'] | null = null,
) {
  const never = () => Promise.reject(new Error('not asked for while Microsoft is given its time'));
  const ports: CarryOnPorts = {
    clock,
    look: () => Promise.reject(failure),
    tenants: { get: never },
    grants: { kept: never, status: never },
    removals: {
      last: (tenantId) => Promise.resolve(removedAt === null ? null : { tenantId, at: removedAt }),
      removeHere: removeHere ?? never,
    },
    consents: { checkNow: never, cancelIfRunning: never, last: never },
    syncs: {
      start: () => Promise.resolve(failedSync(failure)),
      watch: async function* () {},
      last: never,
    },
  };
  const apply = (record: ResetRecord, event: ResetEvent): Promise<ResetRecord> =>
    Promise.resolve({ ...record, snapshot: nextReset(record.snapshot, event) ?? record.snapshot });
  return createCarryOn(ports, { apply, applyIfNews: apply });
}

test('a network that is gone is no look: the wait is not called checked', async () => {
  const record = settled();
  expect(record.snapshot.state).toBe('settling');
  const offline = new EvergrantError('network.offline', { params: { host: 'graph.example' } });
  await expect(carryOnWhere(offline).check(record)).rejects.toBe(offline);
});

test('where nobody can look the time alone decides', async () => {
  const nobody = new EvergrantError('grant.noReader');
  const { snapshot } = await carryOnWhere(nobody).check(settled());
  expect(snapshot.state).toBe('granting');
});

test('a colleague’s clock that is ahead has nothing removed again at every look', async () => {
  const record = settled();
  const hand = (type: 'handedOver' | 'takenOver'): ResetEvent => ({ type, at: start, by });
  const snapshot = [hand('handedOver'), hand('takenOver')].reduce(
    (now, event) => nextReset(now, event) ?? now,
    record.snapshot,
  );
  const taken = { ...record, startedAt: start + 3_600_000, snapshot };
  const { drive } = carryOnWhere(new EvergrantError('grant.noReader'), start + 1_000);
  expect(await drive(taken)).toBe(taken);
});

test.each([
  ['that was kept before the clock was set back', 3_600_000, 1],
  ['of this reset, which a crash interrupted', 1_000, 0],
])('a removal %s', async (_, ahead, times) => {
  const begun = beginReset({ purpose: 'reset', hasBackend: false, by, at: start });
  const snapshot = nothing.slice(0, 1).reduce((now, event) => nextReset(now, event) ?? now, begun);
  expect(snapshot.state).toBe('removal');
  let removals = 0;
  const removeHere = () => {
    removals += 1;
    return Promise.resolve(removedStatus);
  };
  const nobody = new EvergrantError('grant.noReader');
  const { drive } = carryOnWhere(nobody, start + ahead, removeHere);
  expect((await drive({ ...settled(), snapshot })).snapshot.state).toBe('deletion');
  expect(removals).toBe(times);
});

test('a sync that failed is told with its reason, and the step stays', async () => {
  const throttled = new EvergrantError('graph.TooManyRequests', { retry: 'after' });
  const past: ResetEvent = { type: 'overridden', at: start, by, reason: 'Done by phone' };
  const snapshot = [past, past, past].reduce(
    (now, event) => nextReset(now, event) ?? now,
    settled().snapshot,
  );
  expect(snapshot.state).toBe('syncing');
  const { check } = carryOnWhere(throttled);
  await expect(check({ ...settled(), snapshot })).rejects.toMatchObject({ code: throttled.code });
});
