import { EvergrantError } from '../../../errors/evergrant-error.ts';
import type { SyncPlan, SyncRecord, SyncStore, SyncStream } from '../../../directory/sync/store.ts';
import type { Millis } from '../../../kernel/ports.ts';
import type { Database } from '../../database/open.ts';
import { createChangeCounts } from '../compare/change-counts.ts';
import { createDiscard } from './discard-sync.ts';
import { createFailedGroups } from './failed-groups.ts';
import { createFinish } from './finish-sync.ts';
import { createForgetTenant } from './forget-tenant.ts';
import { inSteps } from '../../database/in-steps.ts';
import type { Steps } from '../../database/in-steps.ts';
import { createObjects } from './objects.ts';
import { forgetLearned, openRunOf } from './open-run.ts';
import type { OpenRun } from './open-run.ts';
import { createUnreadObjects } from './unread-objects.ts';
import { createObjectWriter } from './write-objects.ts';
import { createListWriter } from './list-writer.ts';
import { createPageWriter } from './page-writer.ts';
import { readListAnswer } from '../pages/list-answer.ts';
import { readStreamPage } from '../pages/read-page.ts';
import type { ReadPage } from '../pages/read-page.ts';
import { createRunQueries, recordOf } from './run-queries.ts';
import type { RunRow } from './run-row.ts';
import { createPruneHistory } from './prune-history.ts';
import { createShow } from './show-sync.ts';
import { createSyncFailures } from './sync-failures.ts';
import { createSyncGaps } from './sync-gaps.ts';
import { createTakeBackStream } from './take-back-stream.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** A place to go on from is not used after this: page tokens live for a short time. */
const resumeWithin = day;
/** Lifetime of a delta token of directory objects (entra-graph §4.5). */
const deltaLinkLife = 7 * day;
/** Devices and contacts are listed anew at most this often, or when a member's name is missing. */
const thingListLife = day;

/** So many objects are asked for by themselves at the end of a sync; the others stay noted. */
const mostReadAlone = 2_000;

const thingStreams = ['devices', 'contacts'] as const;
const isDeltaStream = (stream: SyncStream): stream is 'users' | 'groups' =>
  stream === 'users' || stream === 'groups';

/**
 * The highest number that a sync of this thread has had. A file that takes the place of a damaged one goes on
 * above it: a sync that still runs over the old file never finds one of its number in the new file.
 */
let highest = 0;

/** The writing side of `directory.db`. Its methods run in the writer's thread. */
export function createSyncQueries(
  database: Database,
): SyncStore & { readonly isWriting: () => boolean } {
  const runs = createRunQueries(database);
  const failures = createSyncFailures(database);
  const failed = createFailedGroups(database);
  const objects = createObjects(database);
  const unread = createUnreadObjects(database);
  const pageWriter = createPageWriter(database, { objects, failed, unread });
  const writeObjects = createObjectWriter(pageWriter, unread);
  const gapsOf = createSyncGaps(database, unread);
  const finish = createFinish(database, failed);
  const listWriter = createListWriter(database, { objects, pageWriter, failed });
  const countChanges = createChangeCounts(database);
  const takeBack = createTakeBackStream(database);
  const prune = createPruneHistory(database);
  const discard = createDiscard(database);
  const show = createShow(database);
  const forgetTenant = createForgetTenant(database);

  const open = new Map<number, OpenRun>();
  const pages = new Map<
    number,
    { readonly run: OpenRun; readonly stream: SyncStream; readonly page: ReadPage }
  >();
  let lastPage = 0;

  const openRun = (no: number): OpenRun => {
    const run = open.get(no);
    if (!run) throw new Error(`Sync ${no} is not open.`);
    return run;
  };
  const remember = (row: RunRow): OpenRun => {
    const listed = runs.streams(row.no).flatMap((stream) => (stream.listed ? stream.stream : []));
    const newSince = row.mode === 'delta' ? runs.listsReadAt(row.tenant_no) : null;
    const run = openRunOf(row, { listed, newSince });
    objects.recall(run);
    unread.recall(run);
    open.set(row.no, run);
    highest = Math.max(highest, row.no);
    return run;
  };
  const forgetRun = (no: number): void => {
    open.delete(no);
    for (const [key, { run }] of pages) if (run.no === no) pages.delete(key);
  };
  const steps = async <T>(run: OpenRun, work: Steps<T>): Promise<T> => {
    try {
      return await inSteps(database, work);
    } catch (error) {
      forgetLearned(run, runs.get(run.no));
      objects.recall(run);
      unread.recall(run);
      throw error;
    }
  };
  const plan = (row: RunRow, resumed: boolean): SyncPlan => {
    remember(row);
    return { run: recordOf(row), resumed, streams: runs.states(row.no) };
  };
  const fullStreams = new Map<SyncStream, null>([
    ['users', null],
    ['groups', null],
    ['devices', null],
    ['contacts', null],
  ]);

  /** The streams of a delta sync, or null when a full one is needed. */
  const deltaStreams = (tenantNo: number, at: Millis): Map<SyncStream, string | null> | null => {
    const links = new Map(runs.deltas(tenantNo).map((row) => [row.stream, row]));
    const streams = new Map<SyncStream, string | null>();
    for (const stream of ['users', 'groups'] as const) {
      const row = links.get(stream);
      if (!row || at - row.taken_at > deltaLinkLife) return null;
      streams.set(stream, row.link);
    }
    for (const stream of thingStreams) {
      if (at - (links.get(stream)?.taken_at ?? 0) > thingListLife) streams.set(stream, null);
    }
    return streams;
  };

  return {
    async begin({ id, tenantId, mode, at, readsHidden }) {
      const tenant = runs.tenant(tenantId);
      const last = runs.last(tenantId);
      if (last && last.state !== 'finished') {
        const goOn =
          at - last.touched_at <= resumeWithin &&
          (mode === 'auto' || (mode === 'delta' && last.mode === mode)) &&
          last.reads_hidden === Number(readsHidden) &&
          runs.mayGoOn(last.no);
        if (goOn) {
          runs.reopen(last.no, at);
          const again = plan(runs.get(last.no), true);
          for (const { stream, listed, link, done } of again.streams) {
            const isUntouched = listed && link === null && !done;
            if (isUntouched && isDeltaStream(stream)) {
              await steps(openRun(last.no), takeBack(openRun(last.no), stream));
            }
          }
          return again;
        }
        if (runs.hasFailedLink(last.no)) runs.dropDeltas(tenant.no);
        await inSteps(database, discard(last.no, tenant.no));
        if (last.state === 'running') runs.end(last.no, 'interrupted', null, at);
      }
      const comparable = tenant.current_sync > 0 && tenant.reads_hidden === Number(readsHidden);
      const delta = mode !== 'full' && comparable ? deltaStreams(tenant.no, at) : null;
      if (mode === 'delta' && delta === null) {
        throw new EvergrantError('sync.deltaImpossible', { retry: 'never' });
      }
      const row = database
        .transaction(() => {
          return runs.add({
            above: highest,
            id,
            tenantNo: tenant.no,
            mode: delta ? 'delta' : 'full',
            startedAt: at,
            at,
            requests: 0,
            readsHidden,
            streams: delta ?? fullStreams,
          });
        })
        .immediate();
      const planned = plan(row, false);
      if (delta) {
        listWriter.planFailed(openRun(row.no));
        unread.takeOver(openRun(row.no), tenant.current_sync);
      }
      return planned;
    },

    async restart(no, at) {
      const before = runs.get(no);
      forgetRun(no);
      await inSteps(database, discard(no, before.tenant_no));
      const row = database
        .transaction(() => {
          runs.dropDeltas(before.tenant_no);
          runs.drop(no);
          return runs.add({
            above: highest,
            id: before.id,
            tenantNo: before.tenant_no,
            mode: 'full',
            startedAt: before.started_at,
            at,
            requests: before.requests,
            readsHidden: before.reads_hidden === 1,
            streams: fullStreams,
          });
        })
        .immediate();
      return plan(row, false);
    },

    async parsePage(no, stream, bytes) {
      const run = openRun(no);
      const page = readStreamPage(stream, bytes);
      const isDelta = isDeltaStream(stream) && !run.listed.has(stream);
      if (isDelta && !page.nextLink && !page.deltaLink) {
        throw new EvergrantError('sync.unreadablePage', {
          retry: 'after',
          params: { at: '@odata.deltaLink', found: 'missing' },
        });
      }
      lastPage += 1;
      pages.set(lastPage, { run, stream, page });
      return { page: lastPage, nextLink: page.nextLink, deltaLink: page.deltaLink };
    },

    async writePage(key, at) {
      const parsed = pages.get(key);
      if (!parsed) throw new Error(`Page ${key} has not been parsed, or its sync has ended.`);
      pages.delete(key);
      const { run, stream, page } = parsed;
      const counts = { people: 0, groups: 0, memberships: 0, things: 0, removals: 0 };
      await steps(
        run,
        (function* () {
          yield* pageWriter.write(run, stream, page, counts);
          runs.pass(run, stream, page, counts, at);
          yield* pageWriter.index(run, 'worthwhile');
        })(),
      );
      const isNews = Object.values(counts).some((count) => count > 0);
      return { counts: recordOf(runs.get(run.no)).counts, isNews };
    },

    async linkFailed(no, stream) {
      runs.linkFailed(no, stream);
    },

    async dropLinks(no) {
      runs.dropLinks(no);
      runs.dropDeltas(runs.get(no).tenant_no);
    },

    async beganThere(no, at) {
      runs.beganThere(no, at);
    },

    async expect(no, { users, groups }) {
      runs.expect(no, users, groups);
    },

    async toList(no, stream, deltaLink) {
      const run = openRun(no);
      database.transaction(() => runs.toList(no, stream, deltaLink)).immediate();
      run.listed.add(stream);
      await steps(run, takeBack(run, stream));
      return { stream, link: null, done: false, listed: true };
    },

    /** Whether a sync that this process began has not ended. */
    isWriting: (): boolean => open.size > 0,

    async listTasks(no, after, limit) {
      return listWriter.tasks(openRun(no), after, limit);
    },

    async writeLists(no, tasks, bytes, { waited, at, date }) {
      const run = openRun(no);
      const answer = readListAnswer(bytes, date ?? at);
      const counts = { people: 0, groups: 0, memberships: 0, things: 0, removals: 0 };
      const again = await steps(
        run,
        (function* () {
          const found = yield* listWriter.write(run, tasks, answer, waited, counts);
          runs.passLists(no, counts, at);
          return found;
        })(),
      );
      return { counts: recordOf(runs.get(no)).counts, again, throttle: answer.throttle };
    },

    async unreadObjects(no) {
      return unread.toRead(no, mostReadAlone);
    },

    async writeObjects(no, asked, bytes, { at, date }) {
      const run = openRun(no);
      const counts = { people: 0, groups: 0, memberships: 0, things: 0, removals: 0 };
      await steps(
        run,
        (function* () {
          yield* writeObjects(run, asked, readListAnswer(bytes, date ?? at), counts);
          runs.passLists(no, counts, at);
        })(),
      );
      return recordOf(runs.get(no)).counts;
    },

    async met(no) {
      return runs.met(openRun(no));
    },

    async skipStream(no, stream, problem) {
      runs.skip(no, stream, problem);
    },

    async unnamedStreams(no) {
      const run = openRun(no);
      const known = new Set(runs.streams(no).map((row) => row.stream));
      const wanted = [...run.unnamed].filter((stream) => !known.has(stream));
      for (const stream of wanted) runs.addStream(no, stream);
      return wanted;
    },

    async needsFull(no) {
      return runs.get(no).came_back === 1;
    },

    async finish(no, at, { keepHistoryFor = Number.POSITIVE_INFINITY, short } = {}) {
      const run = openRun(no);
      const row = runs.get(no);
      const streams = runs.streams(no);
      const isWhole =
        streams.every((stream) => stream.done) && listWriter.tasks(run, 0, 1).length === 0;
      if (!isWhole) throw new Error(`Sync ${no} has pages to read.`);
      const tenant = runs.tenant(row.tenant_id);
      runs.phase(no, 'finishing');
      await steps(
        run,
        (function* () {
          yield* pageWriter.index(run, 'now');
          const things = thingStreams.filter((thing) =>
            streams.some(({ stream, problem }) => stream === thing && problem === null),
          );
          yield* finish(run, { isFirst: tenant.current_sync === 0, things, short });
          for (const stream of things) runs.putDelta(run.tenantNo, stream, '', at);
          if (tenant.current_sync === 0) return;
          const pair = { tenant: run.tenantNo, from: tenant.current_sync, to: run.no };
          runs.changes(run.no, yield* countChanges(pair));
        })(),
      );
      database
        .transaction(() => {
          runs.gaps(no, gapsOf(run, streams, short));
          // What a delta would never bring again is read whole by the next sync.
          const isPartial = short !== undefined || unread.hasNameless(no);
          if (isPartial) runs.dropDeltas(run.tenantNo);
          for (const stream of streams) {
            if (isPartial && isDeltaStream(stream.stream)) continue;
            if (stream.delta_link === null) continue;
            runs.putDelta(run.tenantNo, stream.stream, stream.delta_link, at);
          }
          show.show(run, row.reads_hidden === 1, at);
          failures.clear(run.tenantNo);
        })
        .immediate();
      await steps(run, show.clean(run));
      await steps(run, prune(run.tenantNo, at - keepHistoryFor));
      forgetRun(no);
      return recordOf(runs.get(no));
    },

    async end(no, { state, problem, at }): Promise<SyncRecord> {
      forgetRun(no);
      database
        .transaction(() => {
          runs.end(no, state, problem, at);
          if (state === 'failed' && problem !== null) {
            failures.note(runs.get(no).tenant_no, problem, at);
          }
        })
        .immediate();
      return recordOf(runs.get(no));
    },

    async last(tenantId) {
      const row = runs.last(tenantId);
      return row ? recordOf(row) : null;
    },

    async lasts() {
      return new Map(runs.lasts().map((row) => [row.tenant_id, recordOf(row)]));
    },

    failures: () => Promise.resolve(failures.all()),

    failuresOf: (tenantId) => Promise.resolve(failures.of(tenantId)),

    async forget(tenantId) {
      const tenant = runs.knownTenant(tenantId);
      if (tenant) await inSteps(database, forgetTenant(tenant.no));
    },
  };
}
