import type { Database } from '../../../database/open.ts';
import { inSteps } from '../../../database/in-steps.ts';
import type { Steps } from '../../../database/in-steps.ts';
import type { Objects } from '../objects/objects.ts';
import { forgetLearned, openRunOf } from './open-run.ts';
import type { OpenRun } from './open-run.ts';
import type { ParsedPages } from './parsed-pages.ts';
import type { RunRow } from './run-row.ts';
import type { SyncRows } from './sync-rows.ts';
import type { UnreadObjects } from '../objects/unread-objects.ts';

/**
 * The highest number of any sync of this thread. A file that replaces a damaged one continues above it, so
 * that a sync still running on the old file never finds a sync with its number in the new one.
 */
let highest = 0;

/** See `highest`. */
export function highestNumber(): number {
  return highest;
}

/** The syncs that this thread is writing, from their start or resumption to their end. */
export interface OpenSyncs {
  get(no: number): OpenRun;
  open(row: RunRow): OpenRun;
  /** Drops the sync's unwritten pages too. */
  close(no: number): void;
  isAny(): boolean;
  /** Writes for a sync in short transactions. If one is rolled back, cached values from it are discarded. */
  inSteps<T>(run: OpenRun, work: Steps<T>): Promise<T>;
}

/** Objects that cache rows in an open sync. */
type Remembering = Pick<Objects | UnreadObjects, 'recall'>;

export function createOpenSyncs(
  database: Database,
  { runs, streams }: Pick<SyncRows, 'runs' | 'streams'>,
  {
    pages,
    remembering,
  }: { readonly pages: ParsedPages; readonly remembering: readonly Remembering[] },
): OpenSyncs {
  const open = new Map<number, OpenRun>();
  const recall = (run: OpenRun): void => {
    for (const part of remembering) part.recall(run);
  };
  return {
    get(no) {
      const run = open.get(no);
      if (!run) throw new Error(`Sync ${no} is not open.`);
      return run;
    },
    open(row) {
      const listed = streams.of(row.no).flatMap((stream) => (stream.listed ? stream.stream : []));
      const newSince = row.mode === 'delta' ? runs.listsReadAt(row.tenant_no) : null;
      const run = openRunOf(row, { listed, newSince });
      recall(run);
      open.set(row.no, run);
      highest = Math.max(highest, row.no);
      return run;
    },
    close(no) {
      open.delete(no);
      pages.dropOf(no);
    },
    isAny: () => open.size > 0,
    async inSteps(run, work) {
      try {
        return await inSteps(database, work);
      } catch (error) {
        forgetLearned(run, runs.get(run.no));
        recall(run);
        throw error;
      }
    },
  };
}
