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
 * The highest number that a sync of this thread has had. A file that takes the place of a damaged one goes on
 * above it: a sync that still runs over the old file never finds one of its number in the new file.
 */
let highest = 0;

/** See `highest`. */
export function highestNumber(): number {
  return highest;
}

/** The syncs that this thread is writing, from their beginning, or going on, to their end. */
export interface OpenSyncs {
  get(no: number): OpenRun;
  open(row: RunRow): OpenRun;
  /** Its pages that were not written are dropped with it. */
  close(no: number): void;
  isAny(): boolean;
  /** Writes for a sync in short transactions. When one does not hold, what was learned in it is forgotten. */
  inSteps<T>(run: OpenRun, work: Steps<T>): Promise<T>;
}

/** What remembers some of its rows in an open sync. */
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
