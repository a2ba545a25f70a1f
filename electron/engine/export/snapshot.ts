import type { DataAge, GroupQuery } from '../../contract/directory.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ExportSources } from './sources.ts';

/** The syncs at the start of an export. A file never contains rows of two syncs of a customer. */
export interface Snapshot {
  /** When the customer's shown sync finished; null if the customer was never synced. */
  syncedAt(tenantId: string): string | null;
  /** @throws EvergrantError `export.changedMeanwhile` if another sync is shown now */
  check(): Promise<void>;
}

/** Every group of one customer, or of all; callers read windows of it. */
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
 * Records which sync of each customer is shown now; `tenantIds` null: of all customers.
 *
 * A sync is shown by one update and never hidden again, so if the times before and after are equal, all rows
 * read in between are from that sync.
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
