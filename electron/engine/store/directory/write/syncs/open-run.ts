import type { PagingEnd } from '../../../../errors/paging-end.ts';
import type { SyncStream } from '../../../../directory/sync/store.ts';
import { createGuidNumbers } from '../../schema/guid-numbers.ts';
import type { GuidNumbers } from '../../schema/guid-numbers.ts';
import type { RunRow } from './run-row.ts';

/** A sync that this thread is writing, with cached values. */
export interface OpenRun {
  readonly no: number;
  readonly tenantNo: number;
  readonly mode: 'full' | 'delta';
  readonly readsHidden: boolean;
  /** The next free `row` of each table, if it's known. */
  readonly nextRow: Partial<Record<'person' | 'grp' | 'thing', number>>;
  /** The last indexed row of each search index; later rows are indexed together. */
  readonly indexed: { person: number; grp: number };
  /** Object numbers by GUID, with the type in the lowest three bits. */
  readonly objects: GuidNumbers;
  /** The same for new objects that are not indexed yet. */
  readonly waiting: Map<string, number>;
  /**
   * For a delta sync over groups that were read by lists: an object that appears and was created before this
   * time was soft-deleted then, so the lists skipped it. Null: nothing was skipped.
   */
  readonly newSince: number | null;
  /** Streams that are read as lists. */
  readonly listed: Set<SyncStream>;
  /** For a delta sync, members from the lists being read; a member that is not in them no longer exists. */
  readonly membersRead: Map<number, Set<number>>;
  /** Detects endless paging of the lists being read, by group. */
  readonly listEnds: Map<number, PagingEnd>;
  /** Objects that this sync couldn't read, by kind and id. */
  readonly unread: Set<string>;
  /** Streams whose lists may name members that this sync has found but doesn't know. */
  readonly unnamed: Set<SyncStream>;
}

/** Opens a sync from its row. */
export function openRunOf(
  row: RunRow,
  given: { readonly listed: Iterable<SyncStream>; readonly newSince: number | null },
): OpenRun {
  return {
    no: row.no,
    tenantNo: row.tenant_no,
    mode: row.mode,
    readsHidden: row.reads_hidden === 1,
    nextRow: {},
    indexed: { person: row.indexed_person, grp: row.indexed_grp },
    objects: createGuidNumbers(),
    waiting: new Map(),
    newSince: given.newSince,
    listed: new Set(given.listed),
    membersRead: new Map(),
    listEnds: new Map(),
    unread: new Set(),
    unnamed: new Set(),
  };
}

/** Discards cached values after a transaction was rolled back, and reads them again. */
export function forgetLearned(run: OpenRun, row: RunRow): void {
  delete run.nextRow.person;
  delete run.nextRow.grp;
  delete run.nextRow.thing;
  run.indexed.person = row.indexed_person;
  run.indexed.grp = row.indexed_grp;
}
