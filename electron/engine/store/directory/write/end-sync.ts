import type { Shortfall, SyncStore } from '../../../directory/sync/store.ts';
import type { Millis } from '../../../kernel/ports.ts';
import type { Steps } from '../../database/in-steps.ts';
import type { Database } from '../../database/open.ts';
import { createChangeCounts } from '../compare/change-counts.ts';
import { isDeltaStream, thingStreams } from '../schema/codes.ts';
import type { FailedGroups } from './objects/failed-groups.ts';
import { createFinish } from './finish/finish-sync.ts';
import type { ListWriter } from './writers/list-writer.ts';
import type { OpenRun } from './syncs/open-run.ts';
import type { OpenSyncs } from './syncs/open-syncs.ts';
import type { PageWriter } from './writers/page-writer.ts';
import { createPruneHistory } from './finish/prune-history.ts';
import { recordOf } from './syncs/run-row.ts';
import { createShow } from './finish/show-sync.ts';
import type { StreamRow } from './syncs/stream-queries.ts';
import type { SyncFailures } from './syncs/sync-failures.ts';
import { createSyncGaps } from './syncs/sync-gaps.ts';
import type { SyncRows } from './syncs/sync-rows.ts';
import type { UnreadObjects } from './objects/unread-objects.ts';

/**
 * Ends a sync: either everything it wrote is shown, or its pages remain for the next sync to continue from.
 */
export function createSyncEnds(
  database: Database,
  rows: SyncRows,
  open: OpenSyncs,
  parts: {
    readonly pageWriter: PageWriter;
    readonly lists: ListWriter;
    readonly unread: UnreadObjects;
    readonly failed: FailedGroups;
    readonly failures: SyncFailures;
  },
): Pick<SyncStore, 'finish' | 'end'> {
  const { tenants, runs, notes, streams, links } = rows;
  const { pageWriter, lists, unread, failures } = parts;
  const finish = createFinish(database, parts.failed);
  const countChanges = createChangeCounts(database);
  const gapsOf = createSyncGaps(database, unread);
  const show = createShow(database);
  const prune = createPruneHistory(database);

  /** The work between the last page and showing the sync. `shown`: the number of the sync before; 0: none. */
  function* settle(
    run: OpenRun,
    read: readonly StreamRow[],
    { shown, short, at }: { shown: number; short: Shortfall | undefined; at: Millis },
  ): Steps<void> {
    yield* pageWriter.index(run, 'now');
    const things = thingStreams.filter((thing) =>
      read.some(({ stream, problem }) => stream === thing && problem === null),
    );
    yield* finish(run, { isFirst: shown === 0, things, short });
    for (const stream of things) links.put(run.tenantNo, stream, '', at);
    if (shown === 0) return;
    const pair = { tenant: run.tenantNo, from: shown, to: run.no };
    notes.changes(run.no, yield* countChanges(pair));
  }

  /** Call in the transaction that shows the sync. */
  function keepLinks(
    run: OpenRun,
    read: readonly StreamRow[],
    { isPartial, at }: { isPartial: boolean; at: Millis },
  ): void {
    // The next sync must be a full one, to read what a delta would never return again.
    if (isPartial) links.drop(run.tenantNo);
    for (const { stream, delta_link: link } of read) {
      if (link === null || (isPartial && isDeltaStream(stream))) continue;
      links.put(run.tenantNo, stream, link, at);
    }
  }

  return {
    async finish(no, at, { keepHistoryFor = Number.POSITIVE_INFINITY, short } = {}) {
      const run = open.get(no);
      const row = runs.get(no);
      const read = streams.of(no);
      const isWhole = read.every((stream) => stream.done) && lists.tasks(run, 0, 1).length === 0;
      if (!isWhole) throw new Error(`Sync ${no} has pages to read.`);
      const shown = tenants.get(row.tenant_id).current_sync;
      notes.phase(no, 'finishing');
      await open.inSteps(run, settle(run, read, { shown, short, at }));
      database
        .transaction(() => {
          notes.gaps(no, gapsOf(run, read, short));
          keepLinks(run, read, { isPartial: short !== undefined || unread.hasNameless(no), at });
          show.show(run, row.reads_hidden === 1, at);
          failures.clear(run.tenantNo);
        })
        .immediate();
      await open.inSteps(run, show.clean(run));
      await open.inSteps(run, prune(run.tenantNo, at - keepHistoryFor));
      open.close(no);
      return recordOf(runs.get(no));
    },

    async end(no, { state, problem, at }) {
      open.close(no);
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
  };
}
