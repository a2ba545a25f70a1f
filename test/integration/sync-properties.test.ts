import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GroupRow } from '../../electron/contract/directory.ts';
import type { Cloud } from '../../electron/engine/clouds/cloud.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import type { NodeNetwork } from '../../electron/platform/network.ts';
import { issueServer } from '../../electron/practice/certificates/issue.ts';
import type { DirectoryHost } from '../support/directory-host.ts';
import { startPracticeGraph } from '../support/practice-graph.ts';
import type { PracticeGraph } from '../support/practice-graph.ts';
import { ends, habits, troubles } from '../support/random-tenant/cloud-moods.ts';
import { shownDirectory, shownList } from '../support/random-tenant/shown-directory.ts';
import { startSyncStory } from '../support/random-tenant/sync-story.ts';
import type { SyncStory } from '../support/random-tenant/sync-story.ts';
import { firstChanges, laterChanges } from '../support/random-tenant/tenant-changes.ts';
import { knownOfBoth, toldByGraph } from '../support/random-tenant/told-by-graph.ts';

/** More of them, or the ones of a failure: EVERGRANT_STRESS_RUNS=1000 EVERGRANT_STRESS_SEED=7. */
const numRuns = Number(process.env['EVERGRANT_STRESS_RUNS'] ?? 25);
const seed = Number(process.env['EVERGRANT_STRESS_SEED'] ?? 20_261_125);

const minute = 60_000;
const day = 24 * 60 * minute;

/** One sync as life has it: what changed before it and during it, what goes wrong, where it is cut off. */
const round = fc.record({
  changes: laterChanges,
  during: fc.option(fc.record({ request: fc.integer({ min: 1, max: 9 }), changes: laterChanges })),
  mode: fc.constantFrom('auto' as const, 'auto' as const, 'full' as const),
  late: fc.constantFrom(0, 0, 2, 7),
  troubles,
  end: ends,
  /** Until the next sync. */
  pause: fc.constantFrom(0, minute, 90 * minute, 2 * day, 8 * day),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

let practice: PracticeGraph;
let network: NodeNetwork;
let cloud: Cloud;
let stories = 0;

/** How the syncs of all stories ended, so that a reader sees what was tried. */
const endings = new Map<string, number>();
const tally = (ending: string): void => void endings.set(ending, (endings.get(ending) ?? 0) + 1);

beforeAll(async () => {
  const { ca, server } = await issueServer(Date.now());
  practice = await startPracticeGraph({ tls: server, largeGroups: 20, largeMemberships: 100 });
  network = createNodeNetwork();
  cloud = {
    name: 'custom',
    label: 'Practice',
    authorityBaseUrl: practice.origin,
    graphBaseUrl: practice.origin,
    portalBaseUrl: practice.origin,
    browserBaseUrl: practice.origin,
    caPem: ca,
  };
  process.stdout.write(`sync properties: seed ${seed}, ${numRuns} runs\n`);
});
afterAll(async () => {
  const lines = [...endings].toSorted().map(([ending, count]) => `  ${ending}: ${count}`);
  process.stdout.write(`sync properties: ${stories} stories\n${lines.join('\n')}\n`);
  await network.close();
  await practice.close();
});

/** Syncs without trouble until what is shown is of now; at the first try, or the first after a resumed one. */
async function syncInPeace(story: SyncStory, resumes: boolean): Promise<void> {
  story.setTroubles();
  const finished = { state: 'finished', problem: null };
  expect(await story.sync({ mode: 'auto', end: null })).toMatchObject(finished);
  if (resumes) expect(await story.sync({ mode: 'auto', end: null })).toMatchObject(finished);
}

/** What the list of groups shows between a sync's last page and its end, looked at again and again. */
async function watchList(story: SyncStory, over: AbortSignal): Promise<readonly GroupRow[][]> {
  const seen: GroupRow[][] = [];
  while (!over.aborted) {
    // A process that was ended shows nothing.
    const run = await story.host.syncs.last(story.tenantId).catch(() => null);
    if (run?.phase === 'finishing') {
      const rows = await shownList(story.host, story.tenantId).catch(() => null);
      if (rows !== null) seen.push(rows);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return seen;
}

/** A sync with everything that goes wrong; nobody sees a part of it. Says whether it finished. */
async function syncInTrouble(story: SyncStory, { end, mode, ...life }: Round): Promise<boolean> {
  const { tenantId } = story;
  const before = await shownDirectory(story.host, tenantId);
  const listBefore = await shownList(story.host, tenantId);
  const finishedBefore = (await story.host.syncs.last(tenantId))?.id;
  story.setTroubles(life.troubles, life.late);
  const over = new AbortController();
  const watched = watchList(story, over.signal);
  const heldLists: Promise<GroupRow[]>[] = [];
  const run = await story
    .sync({
      mode,
      end,
      async onRequest(count) {
        if (life.during?.request === count) story.change(life.during.changes);
        const list = shownList(story.host, tenantId).catch(() => listBefore);
        heldLists.push(list);
        await list;
      },
    })
    .finally(() => over.abort());
  const seen = await watched;
  for (const list of await Promise.all(heldLists)) expect(list).toEqual(listBefore);
  const finished = run?.state === 'finished' && run.id !== finishedBefore;
  const listAfter = await shownList(story.host, tenantId);
  for (const list of seen)
    if (!isDeepStrictEqual(list, listBefore)) expect(list).toEqual(listAfter);
  if (!finished) expect(await shownDirectory(story.host, tenantId)).toEqual(before);
  tally(`${end?.how ?? 'no end'}, by ${run?.membershipsBy}: ${run?.state}`);
  return finished;
}

/** What a host shows is what Graph tells, but for what it says that it may lack. */
async function expectTold(story: SyncStory, host: DirectoryHost): Promise<void> {
  const found = await shownDirectory(host, story.tenantId);
  const { shown, told } = knownOfBoth(found, toldByGraph(story.directory));
  expect(shown).toEqual(told);
}

const timeout = numRuns * 20_000;

test(
  'whatever changes, fails and is cut off: in the end the cache is what Graph tells',
  async () => {
    const story = fc.record({
      habits,
      first: firstChanges,
      rounds: fc.array(round, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ habits: own, first, rounds }) => {
        stories += 1;
        const told = await startSyncStory({ practice, network, cloud }, `story ${stories}`, own);
        try {
          told.change(first);
          for (const one of rounds) {
            told.change(one.changes);
            const finished = await syncInTrouble(told, one);
            told.pass(one.pause);
            await syncInPeace(told, !finished);
            const shown = await shownDirectory(told.host, told.tenantId);
            expect(shown).toEqual(toldByGraph(told.directory));
          }
          const fresh = await told.startAfresh();
          expect(await fresh.sync(told.tenantId)).toMatchObject({
            state: 'finished',
            mode: 'full',
          });
          await expectTold(told, fresh);
          await fresh.dispose();
        } finally {
          await told.dispose();
        }
      }),
      // What has been found of a failure is told before the time is up.
      { numRuns, seed, interruptAfterTimeLimit: timeout / 2 },
    );
  },
  timeout,
);
