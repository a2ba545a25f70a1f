import type { SyncStream } from '../../groups/sync/store.ts';

/** A sync that this thread is writing, with what it need not look up twice. */
export interface OpenRun {
  readonly no: number;
  readonly tenantNo: number;
  readonly mode: 'full' | 'delta';
  /** The next free `row` of each table, once it is known. */
  readonly nextRow: Partial<Record<'person' | 'grp' | 'thing', number>>;
  /** Object numbers by GUID, with the type in the lowest three bits. */
  readonly objects: Map<string, number>;
  /** Lists that may name members which this sync has met and does not know. */
  readonly unnamed: Set<SyncStream>;
}

/** Forgets what was learned inside a transaction that did not hold. */
export function forgetLearned(run: OpenRun): void {
  run.objects.clear();
  delete run.nextRow.person;
  delete run.nextRow.grp;
  delete run.nextRow.thing;
}
