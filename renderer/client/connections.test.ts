import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change, TestedConnection } from '../../electron/contract/contract.ts';
import { followChanges } from './changes.ts';
import { lookAtCustomer, testCustomer, testing, untilListIsOld } from './connections.ts';
import type { EngineClient } from './engine-client.ts';
import { keys } from './queries.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const testId = '33333333-3333-4333-8333-333333333333';

let queries: QueryClient;
/** The calls that reached the engine, in order. */
let asked: string[];
/** The customer's status that the engine returns from now on. */
let kind: 'granted' | 'broken';
let tell: (change: Change) => Promise<void>;
let watching: (() => void)[];

const connection = (): TestedConnection =>
  ({
    tenant: { tenantId, alias: 'Contoso' },
    status: { kind },
    lastTest: { id: testId },
  }) as unknown as TestedConnection;
const rows = () => [
  { tenantId, status: { kind } },
  { tenantId: other, status: { kind: 'granted' } },
];
const engine = {
  tenants: {
    get: async () => {
      asked.push('get');
      return connection();
    },
    list: async () => {
      asked.push('list');
      return rows();
    },
  },
} as unknown as EngineClient;

beforeEach(async () => {
  queries = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: false } } });
  kind = 'broken';
  let next = Promise.withResolvers<Change>();
  let taken = Promise.withResolvers<void>();
  tell = async (change) => {
    next.resolve(change);
    await taken.promise;
    await settled();
  };
  const changes = async () =>
    (async function* changesOnce() {
      for (;;) {
        const change = await next.promise;
        next = Promise.withResolvers();
        yield change;
        // The follower has asked for the next change, so this one has been handled.
        taken.resolve();
        taken = Promise.withResolvers();
      }
    })();
  const { signal } = new AbortController();
  void followChanges({ ...engine, changes } as unknown as EngineClient, queries, signal);
  const list = new QueryObserver(queries, {
    queryKey: keys.tenants(),
    queryFn: () => engine.tenants.list(),
  });
  const page = new QueryObserver(queries, {
    queryKey: keys.connection(tenantId),
    queryFn: () => engine.tenants.get({ tenantId }),
  });
  asked = [];
  watching = [list.subscribe(() => {}), page.subscribe(() => {})];
  await settled();
  asked = [];
});
afterEach(() => {
  for (const leave of watching) leave();
  queries.clear();
});

/** Lets pending timers and promises run. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Waits until no request is pending. */
async function settled(): Promise<void> {
  do await turn();
  while (queries.isFetching() > 0);
}
const shownInList = () =>
  (queries.getQueryData<ReturnType<typeof rows>>(keys.tenants()) ?? []).map(
    (row) => row.status.kind,
  );
const shownOnPage = () =>
  queries.getQueryData<TestedConnection>(keys.connection(tenantId))?.status.kind;

/** A press as the page makes it; it completes when `answer` is called. */
function press() {
  const answer = Promise.withResolvers<TestedConnection>();
  const mutation = queries.getMutationCache().build(queries, {
    mutationKey: testing(tenantId),
    mutationFn: () => testCustomer(engine, queries, tenantId, () => answer.promise),
  });
  const pressed = mutation.execute(undefined);
  return {
    fail: async () => {
      answer.reject(new Error('left'));
      await pressed.catch(() => {});
      await settled();
    },
    answer: async () => {
      answer.resolve(connection());
      await pressed;
      await settled();
    },
  };
}

test('a press of Test shows what it is answered, on the page and in the list, and asks for nothing', async () => {
  const pressed = press();
  kind = 'granted';
  await tell({ topic: 'grants', tenantId, testId });
  await pressed.answer();
  expect([shownOnPage(), ...shownInList()]).toEqual(['granted', 'granted', 'granted']);
  expect(asked).toEqual([]);
  await tell({ topic: 'grants', tenantId, testId });
  expect(asked).toEqual([]);
});

test('a press during which something else happened to the customer asks once more', async () => {
  const pressed = press();
  await tell({ topic: 'grants', tenantId });
  kind = 'granted';
  await tell({ topic: 'grants', tenantId, testId });
  await pressed.answer();
  expect(asked).toEqual(['get', 'get']);
  expect([shownOnPage(), ...shownInList()]).toEqual(['granted', 'granted', 'granted']);
});

test('a press whose answer does not come leaves nothing old on the screen', async () => {
  const pressed = press();
  kind = 'granted';
  await tell({ topic: 'grants', tenantId, testId });
  await pressed.fail();
  expect(asked).toEqual(['get']);
  expect([shownOnPage(), ...shownInList()]).toEqual(['granted', 'granted', 'granted']);
});

test.each(['grants', 'syncs'] as const)(
  'a change of one customer’s %s made elsewhere asks for that customer, not for the list',
  async (topic) => {
    kind = 'granted';
    await tell({ topic, tenantId });
    expect(asked).toEqual(['get']);
    expect([shownOnPage(), ...shownInList()]).toEqual(['granted', 'granted', 'granted']);
  },
);

test('a list that is on its way when a customer changes is asked for again: it may be older', async () => {
  const old = Promise.withResolvers<ReturnType<typeof rows>>();
  const { list } = engine.tenants;
  const answers = [() => old.promise, list];
  engine.tenants.list = (async () => await (answers.shift() ?? list)()) as typeof list;
  void queries.invalidateQueries({ queryKey: keys.tenants() });
  const before = rows();
  kind = 'granted';
  const told = tell({ topic: 'grants', tenantId });
  await turn();
  old.resolve(before);
  await told;
  engine.tenants.list = list;
  expect(shownInList()).toEqual(['granted', 'granted']);
});

test('changes of single customers do not put off the look at the whole list', async () => {
  const before = queries.getQueryState(keys.tenants())?.dataUpdatedAt;
  await tell({ topic: 'grants', tenantId });
  expect(queries.getQueryState(keys.tenants())?.dataUpdatedAt).toBe(before);
});

test('the list is due a minute after it was answered or failed, and never at once', () => {
  const last = (dataUpdatedAt: number, errorUpdatedAt = 0) => ({ dataUpdatedAt, errorUpdatedAt });
  expect(untilListIsOld(last(0), 5_000_000)).toBe(60_000);
  expect(untilListIsOld(last(5_000_000), 5_010_000)).toBe(50_000);
  expect(untilListIsOld(last(5_000_000), 5_090_000)).toBe(1000);
  expect(untilListIsOld(last(5_000_000, 5_080_000), 5_090_000)).toBe(50_000);
  expect(untilListIsOld(last(5_000_000), 4_000_000)).toBe(60_000);
});

/** Requests for the customer that wait until the test answers them. */
function heldGets() {
  const asks: PromiseWithResolvers<TestedConnection>[] = [];
  const { get } = engine.tenants;
  engine.tenants.get = (() => {
    const ask = Promise.withResolvers<TestedConnection>();
    asks.push(ask);
    return ask.promise;
  }) as unknown as typeof get;
  return { asks, giveBack: () => void (engine.tenants.get = get) };
}

const leavePage = () => watching.pop()?.();

/** As a change of everyone does: pages that are open and the list are fetched again. */
async function everyoneChanged() {
  await queries.invalidateQueries({ queryKey: keys.connection(tenantId) });
  await queries.invalidateQueries({ queryKey: keys.tenants() });
}

test('a fetch that another one cuts short puts nothing old into the list', async () => {
  kind = 'granted';
  await queries.refetchQueries();
  leavePage();
  kind = 'broken';
  await everyoneChanged();
  expect(shownInList()[0]).toBe('broken');
  const { asks, giveBack } = heldGets();
  void lookAtCustomer(engine, queries, tenantId);
  await turn();
  void lookAtCustomer(engine, queries, tenantId);
  await turn();
  const between = shownInList()[0];
  for (const ask of asks) ask.resolve(connection());
  await settled();
  giveBack();
  expect(between).toBe('broken');
});

test('a customer that was asked for before the list was answered does not overwrite it', async () => {
  leavePage();
  kind = 'granted';
  const { asks, giveBack } = heldGets();
  const looked = lookAtCustomer(engine, queries, tenantId);
  await turn();
  const early = connection();
  kind = 'broken';
  await everyoneChanged();
  asks[0]?.resolve(early);
  await looked;
  await settled();
  giveBack();
  expect(shownInList()[0]).toBe('broken');
});

test('a press whose page was left, and everything changed since, asks once more', async () => {
  kind = 'granted';
  await queries.refetchQueries();
  const answer = Promise.withResolvers<TestedConnection>();
  const pressed = testCustomer(engine, queries, tenantId, () => answer.promise);
  leavePage();
  const early = connection();
  kind = 'broken';
  await tell({ topic: 'profiles', tenantId: null });
  answer.resolve(early);
  await pressed;
  await settled();
  expect([shownOnPage(), shownInList()[0]]).toEqual(['broken', 'broken']);
});

test('a test that the page has read itself is put into the list too', async () => {
  kind = 'granted';
  await queries.refetchQueries();
  kind = 'broken';
  await queries.refetchQueries({ queryKey: keys.connection(tenantId) });
  await tell({ topic: 'grants', tenantId, testId });
  expect([shownOnPage(), shownInList()[0]]).toEqual(['broken', 'broken']);
});

test('an earlier test that is announced while a press waits is shown before the answer', async () => {
  kind = 'granted';
  await queries.refetchQueries();
  const pressed = press();
  kind = 'broken';
  await tell({ topic: 'grants', tenantId, testId: '44444444-4444-4444-8444-444444444444' });
  await expect.poll(() => [shownOnPage(), shownInList()[0]]).toEqual(['broken', 'broken']);
  await pressed.answer();
});
