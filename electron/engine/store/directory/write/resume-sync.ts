import type { SyncPlan, SyncStore } from '../../../directory/sync/store.ts';
import type { Millis } from '../../../kernel/ports.ts';
import { isDeltaStream } from '../schema/codes.ts';
import type { OpenSyncs } from './syncs/open-syncs.ts';
import { recordOf } from './syncs/run-row.ts';
import type { RunRow } from './syncs/run-row.ts';
import type { SyncRows } from './syncs/sync-rows.ts';
import type { TakeBackStream } from './undo/take-back-stream.ts';

/** A place to go on from is not used after a day: page tokens live for a short time. */
const resumeWithin: Millis = 24 * 3_600_000;

/** Whether what is asked for allows to go on with a sync that has not finished. */
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

/** Goes on with a sync where it stopped. */
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
      // Stopped when it had just become a list: what its delta pages wrote may be there still.
      const isUntouched = listed && link === null && !done;
      if (isUntouched && isDeltaStream(stream)) await open.inSteps(run, takeBack(run, stream));
    }
    return { run: recordOf(row), resumed: true, streams: states };
  };
}
