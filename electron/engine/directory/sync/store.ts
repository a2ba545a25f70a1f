import type { Problem } from '../../../contract/problem.ts';
import type { SyncGaps, SyncMode, SyncRun } from '../../../contract/sync.ts';
import type { ThrottleNews } from '../../graph/graph.ts';
import type { Millis } from '../../kernel/ports.ts';

/** The kinds of pages that a sync reads; each is followed by its own links. */
export type SyncStream = 'users' | 'groups' | 'devices' | 'contacts';

export type SyncCounts = SyncRun['counts'];

/** A sync as it is kept. `no` orders the syncs; the id is what others call it. */
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

/** An object that a sync met and could not read whole: it can be asked for by itself. */
export interface UnreadObject {
  readonly kind: 'user' | 'group';
  readonly id: string;
}

/** How many fewer users and groups came than the service counts. */
export type Shortfall = SyncGaps['short'];

/** Where one kind of pages stands. `link` null: begin at its first page. */
export interface StreamState {
  readonly stream: SyncStream;
  readonly link: string | null;
  readonly done: boolean;
  /** Read as a list, because its delta pages came too slowly. */
  readonly listed: boolean;
}

/** A group whose members are read by a list of their own. */
export interface ListTask {
  /** The store's number of it. */
  readonly group: number;
  readonly id: string;
  /** The page to go on from, relative to the version; null: the first. */
  readonly link: string | null;
  /** Its properties are read too: an earlier sync could not read it. */
  readonly whole: boolean;
}

/** What became of a page. */
export interface WrittenPage {
  /** What this sync has read so far. */
  readonly counts: SyncCounts;
  /** It said something that this sync did not know. */
  readonly isNews: boolean;
}

/** What became of a batch of lists. */
export interface WrittenLists {
  readonly counts: SyncCounts;
  /** What must be asked (again) to have these groups whole. */
  readonly again: readonly {
    readonly task: ListTask;
    /** Refused for now; false: there is a further page. */
    readonly refused: boolean;
    /** Milliseconds that the service asked to wait; null where it did not say. */
    readonly afterMs: Millis | null;
  }[];
  /** The parts' own words on the budget (entra-graph §6.1). */
  readonly throttle: ThrottleNews;
}

/** What a sync is going to do. */
export interface SyncPlan {
  readonly run: SyncRecord;
  /** Goes on with a sync that was interrupted. */
  readonly resumed: boolean;
  readonly streams: readonly StreamState[];
}

/** What a page said of what follows it, known before it is written. */
export interface ParsedPage {
  /** Names the page until it is written. */
  readonly page: number;
  readonly nextLink: string | null;
  readonly deltaLink: string | null;
}

/** How a sync is finished. */
export interface FinishOptions {
  readonly keepHistoryFor?: Millis;
  readonly short?: Shortfall;
}

/** The last sync of each tenant, by tenant id; null where nothing was written since the version that is known. */
export interface LastRuns {
  readonly version: string;
  readonly runs: ReadonlyMap<string, SyncRecord> | null;
}

/** The writing side of the directory cache. One sync of a tenant at a time: see its lease. */
export interface SyncStore {
  /**
   * Begins a sync, or goes on with the last one where it was interrupted less than a day ago, none of its
   * links has failed twice and `mode` allows it: a stated `full` never goes on. What an older one left is
   * dropped. Nothing of a sync is shown before `finish`.
   *
   * @throws EvergrantError `sync.deltaImpossible` when `mode` is `delta` and nothing is there to start from.
   */
  begin(start: {
    readonly id: string;
    readonly tenantId: string;
    readonly mode: SyncMode;
    readonly at: Millis;
    /** The connector may read hidden memberships. */
    readonly readsHidden: boolean;
  }): Promise<SyncPlan>;
  /** Drops what this sync has written and makes it a full one, from the first page. */
  restart(no: number, at: Millis): Promise<SyncPlan>;
  /**
   * Reads one page's bytes (they are moved, not copied) and keeps it for `writePage`.
   *
   * @throws EvergrantError `sync.unreadablePage` when it has not the shape that Graph documents.
   */
  parsePage(no: number, stream: SyncStream, bytes: ArrayBuffer): Promise<ParsedPage>;
  /** Writes a page and the place where to go on, in transactions under 50 ms. */
  writePage(page: number, at: Millis): Promise<WrittenPage>;
  /** Graph answered the link of this stream with no page. After the second time no sync goes on with it. */
  linkFailed(no: number, stream: SyncStream): Promise<void>;
  /** No later sync goes on with a link of this sync, nor with those of the tenant's last one. */
  dropLinks(no: number): Promise<void>;
  /** The service's own time of an early answer: the earliest counts. */
  beganThere(no: number, at: Millis): Promise<void>;
  /** How many users and groups there will be, for who waits. */
  expect(no: number, expected: NonNullable<SyncRun['expected']>): Promise<void>;
  /**
   * Takes back what this stream's delta pages wrote in this sync: it is read as a list from here on.
   * `deltaLink` was taken before, so that the next sync hears of everything that changes meanwhile.
   */
  toList(no: number, stream: 'users' | 'groups', deltaLink: string): Promise<StreamState>;
  /** Groups that this sync reads by themselves and has not read whole, by ascending number after `after`. */
  listTasks(no: number, after: number, limit: number): Promise<ListTask[]>;
  /**
   * Writes the answer to a batch in which part `{group}` is a page of a group's members and part
   * `{group}p` its properties. A group that is not found though this sync was told of it, one that is
   * refused for good, or for longer than such refusals are sat out, keeps the members that it had and is marked
   * with the reason; the next sync reads it again, or hears that it is gone.
   */
  writeLists(
    no: number,
    tasks: readonly ListTask[],
    bytes: ArrayBuffer,
    how: {
      /** How long each task has waited after refusals, in their order. */
      readonly waited: readonly Millis[];
      readonly at: Millis;
      /** The answer's own time: a date until which a part is told to wait is of this clock. */
      readonly date: Millis | null;
    },
  ): Promise<WrittenLists>;
  /** A stream that cannot be read and whose lack only leaves names unknown (devices, contacts). */
  skipStream(no: number, stream: SyncStream, problem: Problem): Promise<void>;
  /**
   * Lists that this sync did not plan to read, and must, because it met members whose names only
   * they tell. They belong to its streams from then on.
   */
  unnamedStreams(no: number): Promise<SyncStream[]>;
  /**
   * Whether a delta sync cannot know everything: somebody came back whose memberships lists had left
   * out. It must be made a full one (`restart`).
   */
  needsFull(no: number): Promise<boolean>;
  /** Objects to be asked for by themselves, as many as are worth it. */
  unreadObjects(no: number): Promise<readonly UnreadObject[]>;
  /**
   * Writes the answer to a batch in which part `{place}` is the object at that place. One that is gone is
   * no longer shown; one that still cannot be read stays noted.
   */
  writeObjects(
    no: number,
    asked: readonly UnreadObject[],
    bytes: ArrayBuffer,
    /** `date`: the answer's own time, as of `writeLists`. */
    when: { readonly at: Millis; readonly date: Millis | null },
  ): Promise<SyncCounts>;
  /** How many users and groups this sync has met. */
  met(no: number): Promise<Readonly<Record<'users' | 'groups', number>>>;
  /**
   * What nobody saw is gone, sizes are counted, and the whole sync is shown by one update. Then what
   * only syncs older than `keepHistoryFor` show is dropped; left out: nothing is. Of a kind of which too few
   * came, what nobody saw stays, and the next sync reads everything.
   */
  finish(no: number, at: Millis, how?: FinishOptions): Promise<SyncRecord>;
  /** Ends a sync that did not finish; its pages stay for the next one to go on with. */
  end(
    no: number,
    end: {
      readonly state: 'failed' | 'cancelled' | 'interrupted';
      readonly problem: Problem | null;
      readonly at: Millis;
    },
  ): Promise<SyncRecord>;
  /** The last sync of a tenant, whatever became of it. */
  last(tenantId: string): Promise<SyncRecord | null>;
  /** The same for all tenants at once; `known` is the version that the caller has kept, null: none. */
  lasts(known: string | null): Promise<LastRuns>;
  /**
   * Why syncs failed since the last one that finished, by tenant id; one that is carried on, or canceled, changes
   * nothing of it.
   */
  failures(): Promise<ReadonlyMap<string, readonly SyncFailure[]>>;
  /** The same of one tenant. */
  failuresOf(tenantId: string): Promise<readonly SyncFailure[]>;
  /** Drops everything of a tenant. */
  forget(tenantId: string): Promise<void>;
}
