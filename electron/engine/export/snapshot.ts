import type { DataAge, GroupQuery } from '../../contract/directory.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ExportSources } from './sources.ts';

/** The syncs that an export began with. Rows of two syncs never stand in one file. */
export interface Snapshot {
  /** When the shown sync of a customer finished; null when it was never synced. */
  syncedAt(tenantId: string): string | null;
  /** @throws EvergrantError `export.changedMeanwhile` when another sync is shown by now */
  check(): Promise<void>;
}

/** Every group of a customer, or of all of them; windows are cut out of it. */
export function everyGroup(tenantId: string | null): Required<GroupQuery> {
  return {
    tenantId,
    search: '',
    kinds: [],
    flags: [],
    emptyOnly: false,
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 1,
  };
}

/**
 * Takes down which sync of each customer is shown now; `tenantIds` null: of all of them.
 *
 * A sync is shown by one update and never taken back, so that the same moments before and after
 * mean that nothing in between was of another sync.
 */
export async function takeSnapshot(
  sources: Pick<ExportSources, 'groups'>,
  tenantIds: readonly string[] | null,
): Promise<Snapshot> {
  const read = async (): Promise<readonly DataAge[]> => {
    const windows = await Promise.all(
      (tenantIds ?? [null]).map((tenantId) => sources.groups.list(everyGroup(tenantId))),
    );
    return windows.flatMap(({ age }) => age);
  };
  const first = byTenant(await read());
  return {
    syncedAt: (id) => first.get(id) ?? null,
    async check() {
      const now = byTenant(await read());
      const same = now.size === first.size && [...first].every(([id, at]) => now.get(id) === at);
      if (!same) throw new EvergrantError('export.changedMeanwhile', { retry: 'now' });
    },
  };
}

function byTenant(ages: readonly DataAge[]): ReadonlyMap<string, string | null> {
  return new Map(ages.map(({ tenantId, syncedAt }) => [tenantId, syncedAt]));
}
