import type { Problem } from '../../../contract/problem.ts';
import type { SyncGaps, SyncMode, SyncRun } from '../../../contract/sync.ts';
import type { ThrottleNews } from '../../graph/graph.ts';
import type { Millis } from '../../kernel/ports.ts';

/** The kinds of pages that a sync reads; each has its own links. */
export type SyncStream = 'users' | 'groups' | 'devices' | 'contacts';

export type SyncCounts = SyncRun['counts'];

/** A stored sync. `no` orders the syncs; other services use the ID. */
export interface SyncRecord {
  readonly no: number;
  readonly id: string;
  readonly tenantId: string;
  readonly mode: SyncRun['mode'];
  readonly state: SyncRun['state'];
  readonly phase: SyncRun['phase'];
  readonly startedAt: Millis;
  /** When its last page was written. */
  readonly touchedAt: Millis;
  readonly finishedAt: Millis | null;
  readonly counts: SyncCounts;
  readonly requests: number;
  readonly expected: SyncRun['expected'];
  readonly membershipsBy: SyncRun['membershipsBy'];
  readonly gaps: SyncGaps | null;
  readonly problem: Problem | null;
}

/** Why a sync failed, and when. */
export interface SyncFailure {
  readonly at: Millis;
  readonly problem: Problem;
}

/** An object that a sync could not read completely; it can be requested individually. */
export interface UnreadObject {
  readonly kind: 'user' | 'group';
  readonly id: string;
}

/** How many fewer users and groups arrived than the service counts. */
export type Shortfall = SyncGaps['short'];

/** The progress of one stream. `link` null: start at its first page. */
export interface StreamState {
  readonly stream: SyncStream;
  readonly link: string | null;
  readonly done: boolean;
  /** Read as a list, because its delta pages were too slow. */
  readonly listed: boolean;
}

/** A group whose members are read from its own list. */
export interface ListTask {
  /** The group's number in the store. */
  readonly group: number;
  readonly id: string;
  /** The page to continue from, relative to the version; null: the first. */
  readonly link: string | null;
  /** Also read its properties: an earlier sync could not read them. */
  readonly whole: boolean;
}

/** The result of writing a page. */
export interface WrittenPage {
  /** What this sync has read so far. */
  readonly counts: SyncCounts;
  /** The page contained something that this sync did not know. */
  readonly isNews: boolean;
}

/** The result of writing a batch of lists. */
export interface WrittenLists {
  readonly counts: SyncCounts;
  /** What to request (again) to read these groups completely. */
  readonly again: readonly {
    readonly task: ListTask;
    /** Refused for now; false: there is a further page. */
    readonly refused: boolean;
    /** Milliseconds that the service asked to wait; null if it did not say. */
    readonly afterMs: Millis | null;
  }[];
  /** What the parts reported about the throttle budget. */
  readonly throttle: ThrottleNews;
}

/** What a sync is going to do. */
export interface SyncPlan {
  readonly run: SyncRecord;
  /** Continues an interrupted sync. */
  readonly resumed: boolean;
  readonly streams: readonly StreamState[];
}

/** What a page says about what follows it, known before it is written. */
export interface ParsedPage {
  /** Identifies the page until it is written. */
  readonly page: number;
  readonly nextLink: string | null;
  readonly deltaLink: string | null;
}

/** How to finish a sync. */
export interface FinishOptions {
  readonly keepHistoryFor?: Millis;
  readonly short?: Shortfall;
}

/** The last sync of each tenant, by tenant ID; null if nothing was written since the known version. */
export interface LastRuns {
  readonly version: string;
  readonly runs: ReadonlyMap<string, SyncRecord> | null;
}

/** The writing side of the directory cache. Only one sync of a tenant at a time, enforced by its lease. */
export interface SyncStore {
  /**
   * Begins a sync, or continues the last one if it was interrupted less than a day ago, none of its links has
   * failed twice and `mode` allows it: an explicit `full` never continues. What an older sync left is
   * deleted. Nothing of a sync is shown before `finish`.
   *
   * @throws EvergrantError `sync.deltaImpossible` when `mode` is `delta` and there is nothing to start from.
   */
  begin(start: {
    readonly id: string;
    readonly tenantId: string;
    readonly mode: SyncMode;
    readonly at: Millis;
    /** The connector may read hidden memberships. */
    readonly readsHidden: boolean;
  }): Promise<SyncPlan>;
  /** Deletes what this sync has written and makes it a full sync, from the first page. */
  restart(no: number, at: Millis): Promise<SyncPlan>;
  /**
   * Parses one page's bytes (moved, not copied) and holds it for `writePage`.
   *
   * @throws EvergrantError `sync.unreadablePage` when it does not have the form that Graph documents.
   */
  parsePage(no: number, stream: SyncStream, bytes: ArrayBuffer): Promise<ParsedPage>;
  /** Writes a page and where to continue, in transactions under 50 ms. */
  writePage(page: number, at: Millis): Promise<WrittenPage>;
  /** Graph returned no page for this stream's link. After the second time, no sync uses the link. */
  linkFailed(no: number, stream: SyncStream): Promise<void>;
  /** Prevents later syncs from continuing with links of this sync or of the tenant's last one. */
  dropLinks(no: number): Promise<void>;
  /** Records the service's time of an early answer: the earliest counts. */
  beganThere(no: number, at: Millis): Promise<void>;
  /** Records how many users and groups there will be, for progress. */
  expect(no: number, expected: NonNullable<SyncRun['expected']>): Promise<void>;
  /**
   * Reverts what this stream's delta pages wrote in this sync: from now on it is read as a list. `deltaLink`
   * was requested before, so that the next sync gets all changes made during the list.
   */
  toList(no: number, stream: 'users' | 'groups', deltaLink: string): Promise<StreamState>;
  /** Groups with their own list, not yet completely read, by ascending number greater than `after`. */
  listTasks(no: number, after: number, limit: number): Promise<ListTask[]>;
  /**
   * Writes the answer to a batch in which part `{group}` is a page of a group's members and part `{group}p`
   * its properties. A group keeps its earlier members and is marked with the reason if it is not found
   * although this sync received it, is refused permanently, or is refused for longer than refusals are waited
   * out. The next sync reads it again, or learns that it is gone.
   */
  writeLists(
    no: number,
    tasks: readonly ListTask[],
    bytes: ArrayBuffer,
    how: {
      /** How long each task has waited after refusals, in the order of the tasks. */
      readonly waited: readonly Millis[];
      readonly at: Millis;
      /** The service's time of the answer: dates in a part's wait refer to this clock. */
      readonly date: Millis | null;
    },
  ): Promise<WrittenLists>;
  /** Skips a stream that cannot be read and whose absence only leaves names unknown (devices, contacts). */
  skipStream(no: number, stream: SyncStream, problem: Problem): Promise<void>;
  /**
   * Lists that this sync did not plan to read but must, because only they contain the names of members that
   * it found. They belong to its streams from then on.
   */
  unnamedStreams(no: number): Promise<SyncStream[]>;
  /**
   * Whether a delta sync cannot know everything: a person was restored whose memberships earlier lists did
   * not contain. The sync must become a full one (`restart`).
   */
  needsFull(no: number): Promise<boolean>;
  /** Objects to request individually, at most as many as are worthwhile. */
  unreadObjects(no: number): Promise<readonly UnreadObject[]>;
  /**
   * Writes the answer to a batch in which part `{place}` is the object at that place. An object that is gone
   * is no longer shown; one that still cannot be read remains noted.
   */
  writeObjects(
    no: number,
    asked: readonly UnreadObject[],
    bytes: ArrayBuffer,
    /** `date`: the service's time of the answer, as in `writeLists`. */
    when: { readonly at: Millis; readonly date: Millis | null },
  ): Promise<SyncCounts>;
  /** How many users and groups this sync has received. */
  met(no: number): Promise<Readonly<Record<'users' | 'groups', number>>>;
  /**
   * Removes what this sync did not receive, counts sizes, and shows the whole sync in one update. Then
   * deletes what only syncs older than `keepHistoryFor` show; without it, nothing. If too few objects of a
   * kind arrived, missing ones are kept and the next sync reads everything.
   */
  finish(no: number, at: Millis, how?: FinishOptions): Promise<SyncRecord>;
  /** Ends a sync that did not finish; its pages are kept so that the next one can continue. */
  end(
    no: number,
    end: {
      readonly state: 'failed' | 'cancelled' | 'interrupted';
      readonly problem: Problem | null;
      readonly at: Millis;
    },
  ): Promise<SyncRecord>;
  /** The last sync of a tenant, whatever its result. */
  last(tenantId: string): Promise<SyncRecord | null>;
  /** The same for all tenants in one query; `known` is the version that the caller has, null: none. */
  lasts(known: string | null): Promise<LastRuns>;
  /** Why syncs failed since the last one that finished, by tenant ID. Ignores continued and canceled ones. */
  failures(): Promise<ReadonlyMap<string, readonly SyncFailure[]>>;
  /** The same for one tenant. */
  failuresOf(tenantId: string): Promise<readonly SyncFailure[]>;
  /** Deletes everything of a tenant. */
  forget(tenantId: string): Promise<void>;
}
