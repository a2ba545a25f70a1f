import { EvergrantError } from '../errors/evergrant-error.ts';
import { tenantName } from '../tenants/tenant-name.ts';
import type { Snapshot } from './snapshot.ts';
import type { ExportSources } from './sources.ts';
import type { Cell } from './table.ts';

/** The first columns of every table: the customer of the row and, in Practice, that the data is invented. */
export interface CustomerColumns {
  readonly names: readonly string[];
  cells(tenantId: string): Readonly<Record<string, Cell>>;
  /** Customers of the table that have no data in the cache. */
  readonly neverSynced: readonly string[];
}

/**
 * Reads the customers of a table; `tenantIds` null: all of them.
 *
 * @throws EvergrantError `tenant.unknown`, `export.neverSynced`
 */
export async function readCustomers(
  sources: Pick<ExportSources, 'tenants'>,
  snapshot: Snapshot,
  tenantIds: readonly string[] | null,
  practice: boolean,
): Promise<CustomerColumns> {
  const tenants =
    tenantIds === null
      ? await sources.tenants.list()
      : await Promise.all(tenantIds.map((id) => sources.tenants.get(id)));
  const byId = new Map(tenants.map((tenant) => [tenant.tenantId, tenant]));
  const ids = [...byId.keys()];
  const neverSynced = ids.filter((id) => snapshot.syncedAt(id) === null);
  if (neverSynced.length === ids.length) {
    throw new EvergrantError('export.neverSynced', { retry: 'after' });
  }
  return {
    names: [...(practice ? ['workspace'] : []), 'customer', 'primaryDomain', 'tenantId'],
    cells: (id) => {
      const tenant = byId.get(id);
      return {
        ...(practice && { workspace: 'PRACTICE' }),
        customer: tenant ? tenantName(tenant) : '',
        primaryDomain: tenant?.primaryDomain ?? null,
        tenantId: id,
      };
    },
    neverSynced,
  };
}
