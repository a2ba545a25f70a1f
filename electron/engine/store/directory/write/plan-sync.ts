import type { SyncPlan, SyncStore, SyncStream } from '../../../directory/sync/store.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';
import type { Millis } from '../../../kernel/ports.ts';
import { inSteps } from '../../database/in-steps.ts';
import type { Database } from '../../database/open.ts';
import { deltaStreams, syncStreams, thingStreams } from '../schema/codes.ts';
import type { DeltaLinkRow } from './syncs/delta-links.ts';
import { createDiscard } from './undo/discard-sync.ts';
import type { ListWriter } from './writers/list-writer.ts';
import { highestNumber } from './syncs/open-syncs.ts';
import type { OpenSyncs } from './syncs/open-syncs.ts';
import { allowsToGoOn, createResume } from './resume-sync.ts';
import type { NewRun } from './syncs/run-queries.ts';
import { recordOf } from './syncs/run-row.ts';
import type { RunRow } from './syncs/run-row.ts';
import type { SyncRows } from './syncs/sync-rows.ts';
import type { TakeBackStream } from './undo/take-back-stream.ts';
import type { UnreadObjects } from './objects/unread-objects.ts';

const day: Millis = 24 * 3_600_000;
/** Lifetime of a delta token of directory objects. */
const deltaLinkLife = 7 * day;
/** Devices and contacts are listed again at most this often, or when a member's name is missing. */
const thingListLife = day;

/** The link where each stream of a sync begins; null: the first page. */
type Beginnings = ReadonlyMap<SyncStream, string | null>;

/** Plans what a sync reads: the remaining pages of an interrupted sync, only changes, or everything. */
export function createSyncPlans(
  database: Database,
  rows: SyncRows,
  open: OpenSyncs,
  parts: {
    readonly takeBack: TakeBackStream;
    readonly lists: Pick<ListWriter, 'planFailed'>;
    readonly unread: Pick<UnreadObjects, 'takeOver'>;
  },
): Pick<SyncStore, 'begin' | 'restart'> {
  const { tenants, runs, streams, links } = rows;
  const discard = createDiscard(database);
  const resume = createResume(rows, open, parts.takeBack);

  /** Call in a transaction. */
  function add(run: Omit<NewRun, 'above'>, beginnings: Beginnings): RunRow {
    const no = runs.add({ ...run, above: highestNumber() });
    for (const [stream, link] of beginnings) streams.add(no, stream, link);
    return runs.get(no);
  }

  function planOf(row: RunRow): SyncPlan {
    return { run: recordOf(row), resumed: false, streams: streams.states(row.no) };
  }

  /** Removes what an interrupted sync wrote if no other sync continues it. */
  async function drop(last: RunRow, at: Millis): Promise<void> {
    if (streams.hasFailedLink(last.no)) links.drop(last.tenant_no);
    await inSteps(database, discard(last.no, last.tenant_no));
    if (last.state === 'running') runs.end(last.no, 'interrupted', null, at);
  }

  return {
    async begin(start) {
      const { id, tenantId, mode, at, readsHidden } = start;
      const tenant = tenants.get(tenantId);
      const last = runs.last(tenantId);
      if (last && last.state !== 'finished') {
        const goesOn = allowsToGoOn(last, start) && streams.mayGoOn(last.no);
        if (goesOn) return await resume(last.no, at);
        await drop(last, at);
      }
      const comparable = tenant.current_sync > 0 && tenant.reads_hidden === Number(readsHidden);
      const delta =
        mode !== 'full' && comparable ? deltaBeginnings(links.ofTenant(tenant.no), at) : null;
      if (mode === 'delta' && delta === null) {
        throw new EvergrantError('sync.deltaImpossible', { retry: 'never' });
      }
      const planned = { id, tenantNo: tenant.no, startedAt: at, at, requests: 0, readsHidden };
      const row = database
        .transaction(() =>
          add({ ...planned, mode: delta ? 'delta' : 'full' }, delta ?? fromFirstPages),
        )
        .immediate();
      const run = open.open(row);
      const plan = planOf(row);
      if (delta) {
        parts.lists.planFailed(run);
        parts.unread.takeOver(run, tenant.current_sync);
      }
      return plan;
    },

    async restart(no, at) {
      const before = runs.get(no);
      open.close(no);
      await inSteps(database, discard(no, before.tenant_no));
      const row = database
        .transaction(() => {
          links.drop(before.tenant_no);
          runs.drop(no);
          return add(
            {
              id: before.id,
              tenantNo: before.tenant_no,
              mode: 'full',
              startedAt: before.started_at,
              at,
              requests: before.requests,
              readsHidden: before.reads_hidden === 1,
            },
            fromFirstPages,
          );
        })
        .immediate();
      open.open(row);
      return planOf(row);
    },
  };
}

const fromFirstPages: Beginnings = new Map(syncStreams.map((stream) => [stream, null]));

/** Where a delta sync begins, from the links of the last sync; null if a full sync is needed. */
function deltaBeginnings(rows: readonly DeltaLinkRow[], at: Millis): Beginnings | null {
  const links = new Map(rows.map((row) => [row.stream, row]));
  const beginnings = new Map<SyncStream, string | null>();
  for (const stream of deltaStreams) {
    const row = links.get(stream);
    if (!row || at - row.taken_at > deltaLinkLife) return null;
    beginnings.set(stream, row.link);
  }
  for (const stream of thingStreams) {
    if (at - (links.get(stream)?.taken_at ?? 0) > thingListLife) beginnings.set(stream, null);
  }
  return beginnings;
}
