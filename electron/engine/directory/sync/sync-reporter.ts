import type { SyncRun } from '../../../contract/sync.ts';
import type { Millis } from '../../kernel/ports.ts';
import { presentSync } from './present-sync.ts';
import type { SyncCounts, SyncPlan, SyncStream } from './store.ts';
import type { Counted, SyncProgressListener } from './sync-ports.ts';

/** Which phase is reported while streams are read in parallel: the longest first. */
const phaseOrder = ['groups', 'users', 'devices', 'contacts'] as const;

/** Combines what the parts of a running sync report. */
export interface SyncReporter {
  /** What the sync has read so far. */
  readonly counts: SyncCounts;
  /** Without a phase: that of the streams being read. */
  report(phase?: SyncRun['phase']): void;
  /** A request was sent. */
  asked(): void;
  /** How many objects there will be; null if the service does not say. */
  counted(expected: Counted | null): void;
  listenerOf(stream: SyncStream): SyncProgressListener;
  /** The stream has been read to its end. */
  ended(stream: SyncStream): void;
}

/** @param report called for every page, and for waits */
export function createSyncReporter(
  { run, streams }: SyncPlan,
  report: (run: SyncRun) => void,
): SyncReporter {
  const open = new Set(streams.flatMap((state) => (state.done ? [] : state.stream)));
  const waits = new Map<SyncStream, Millis>();
  let { counts, requests, expected, membershipsBy } = run;

  const reportNow = (given?: SyncRun['phase']): void => {
    const phase = given ?? phaseOrder.find((stream) => open.has(stream)) ?? 'finishing';
    const until = waits.size > 0 ? Math.max(...waits.values()) : null;
    const soFar = { phase, counts, requests, expected, membershipsBy };
    report(presentSync({ ...run, ...soFar }, until));
  };
  const asked = (): void => {
    requests += 1;
  };
  return {
    get counts() {
      return counts;
    },
    report: reportNow,
    asked,
    counted(found) {
      if (found) expected = { users: found.users, groups: found.groups };
      reportNow();
    },
    listenerOf: (stream) => ({
      wait(until) {
        if (until === null) waits.delete(stream);
        else waits.set(stream, until);
        reportNow();
      },
      asked,
      written(soFar) {
        counts = soFar;
        reportNow();
      },
      byLists() {
        membershipsBy = 'lists';
      },
    }),
    ended: (stream) => void open.delete(stream),
  };
}
