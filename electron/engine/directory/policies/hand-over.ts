import type { CompletenessMark } from '../../../contract/directory.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type {
  ComparedMark,
  HandOverPerson,
  HandOverScope,
  MarkRecord,
  PolicyStore,
} from './store.ts';

/** A marked group, as handed over. */
export interface HandOverGroup {
  readonly id: string;
  /** The name in the handed-over sync; for a group that is gone, its name when it was marked. */
  readonly displayName: string;
  readonly label: string;
  /** Marked, but no longer in the tenant: the hand-over lists it as gone, without people. */
  readonly gone: boolean;
  readonly people: number;
  /** False when the list of people may be incomplete, as `marks` say, or the group is gone. */
  readonly complete: boolean;
  /** The reasons of the group and of its nested groups, without duplicates. */
  readonly marks: readonly CompletenessMark['kind'][];
}

/**
 * Exactly the marked groups with their effective people, all from one sync.
 *
 * The people come in pages, so that no list is ever completely in memory; both methods can be called
 * repeatedly. Errors while reading: `policy.syncGone`, when the sync was deleted in the meantime.
 */
export interface HandOver {
  readonly tenantId: string;
  /** When that sync finished, ISO 8601. */
  readonly syncedAt: string;
  /** By label, then by name. */
  readonly groups: readonly HandOverGroup[];
  /** People in at least one of the groups, each counted once. */
  readonly totalPeople: number;
  /** Each person once, by name, with the marked groups that they are in. */
  people(signal?: AbortSignal): AsyncGenerator<readonly HandOverPerson[]>;
  /** The people of one group, by name. */
  peopleOf(groupId: string, signal?: AbortSignal): AsyncGenerator<readonly HandOverPerson[]>;
  /** What is stored of the hand-over when it is done. */
  snapshot(): Promise<Uint8Array>;
}

/** People per page: few enough to make and send within some milliseconds. */
const pageSize = 500;

/**
 * Opens a hand-over of the current sync and marks, which later changes don't affect.
 *
 * Errors: `policy.nothingMarked`, `policy.notSynced`.
 */
export async function openHandOver(
  store: PolicyStore,
  tenantId: string,
  marks: readonly MarkRecord[],
): Promise<HandOver> {
  if (marks.length === 0)
    throw new EvergrantError('policy.nothingMarked', { params: { tenantId } });
  const groupIds = marks.map(({ groupId }) => groupId);
  const opened = await store.openHandOver(tenantId, groupIds);
  if (!opened || opened.syncedAt === null) {
    throw new EvergrantError('policy.notSynced', { params: { tenantId } });
  }
  const scope: HandOverScope = { tenantId, sync: opened.sync, groupIds };
  const found = new Map(opened.groups.map((group) => [group.groupId, group.found]));
  const groups = marks.map(({ groupId, label, name }): HandOverGroup => {
    const group = found.get(groupId) ?? null;
    return {
      id: groupId,
      displayName: group?.displayName ?? name,
      label,
      gone: group === null,
      people: group?.people ?? 0,
      complete: group !== null && group.short.length === 0,
      marks: group?.short ?? [],
    };
  });

  async function* pages(
    groupId: string | null,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<readonly HandOverPerson[]> {
    let start: number | null = 0;
    while (start !== null) {
      signal?.throwIfAborted();
      const page: Awaited<ReturnType<PolicyStore['handOverPeople']>> = await store.handOverPeople(
        scope,
        { groupId, start, limit: pageSize },
      );
      if (page.people.length > 0) yield page.people;
      start = page.next;
    }
  }

  return {
    tenantId,
    syncedAt: new Date(opened.syncedAt).toISOString(),
    groups: groups.sort(byLabelAndName),
    totalPeople: opened.totalPeople,
    people: (signal) => pages(null, signal),
    peopleOf: (groupId, signal) => pages(groupId, signal),
    snapshot: () =>
      store.snapshot(
        scope,
        groups.map(({ id, label, displayName }): ComparedMark => ({
          groupId: id,
          label,
          name: displayName,
        })),
      ),
  };
}

/** The order of marked groups in every list. */
export function byLabelAndName(
  a: { readonly label: string; readonly displayName: string },
  b: { readonly label: string; readonly displayName: string },
): number {
  return compareText(a.label, b.label) || compareText(a.displayName, b.displayName);
}

/** By code points, ignoring case: the same on every computer, unlike a locale's order. */
function compareText(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : Number(first > second);
}
