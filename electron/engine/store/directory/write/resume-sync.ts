import type { SyncPlan, SyncStore } from '../../../directory/sync/store.ts';
import type { Millis } from '../../../kernel/ports.ts';
import { isDeltaStream } from '../schema/codes.ts';
import type { OpenSyncs } from './syncs/open-syncs.ts';
import { recordOf } from './syncs/run-row.ts';
import type { RunRow } from './syncs/run-row.ts';
import type { SyncRows } from './syncs/sync-rows.ts';
import type { TakeBackStream } from './undo/take-back-stream.ts';

/** Page tokens are short-lived: a sync that stopped more than a day ago isn't resumed. */
const resumeWithin: Millis = 24 * 3_600_000;

/** Whether the request allows an unfinished sync to be resumed. */
export function allowsToGoOn(
  last: RunRow,
  { at, mode, readsHidden }: Parameters<SyncStore['begin']>[0],
): boolean {
  return (
    at - last.touched_at <= resumeWithin &&
    (mode === 'auto' || (mode === 'delta' && last.mode === mode)) &&
    last.reads_hidden === Number(readsHidden)
  );
}

/** Resumes a sync where it stopped. */
export function createResume(
  { runs, streams }: Pick<SyncRows, 'runs' | 'streams'>,
  open: OpenSyncs,
  takeBack: TakeBackStream,
) {
  return async function resume(no: number, at: Millis): Promise<SyncPlan> {
    runs.reopen(no, at);
    streams.askSkippedAgain(no);
    const row = runs.get(no);
    const run = open.open(row);
    const states = streams.states(no);
    for (const { stream, listed, link, done } of states) {
      // Stopped just after the switch to a list: rows from its delta pages may still exist.
      const isUntouched = listed && link === null && !done;
      if (isUntouched && isDeltaStream(stream)) await open.inSteps(run, takeBack(run, stream));
    }
    return { run: recordOf(row), resumed: true, streams: states };
  };
}
