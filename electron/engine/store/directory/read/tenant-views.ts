import { z } from 'zod';
import type { DataAge } from '../../../../contract/directory.ts';
import type { Database } from '../../database/open.ts';

const viewRow = z.object({
  no: z.number(),
  tenant_id: z.string(),
  current_sync: z.number(),
  synced_at: z.number().nullable(),
  reads_hidden: z.number(),
});
type ViewRow = z.infer<typeof viewRow>;

/** A tenant as its last finished sync shows it. */
export interface TenantView {
  readonly no: number;
  readonly tenantId: string;
  /** The sync at which rows are read. */
  readonly sync: number;
  readonly syncedAt: number | null;
  readonly readsHidden: boolean;
}

/** The tenants to read: one, or all that have been synced. */
export interface Scope {
  readonly views: readonly TenantView[];
  readonly byNo: ReadonlyMap<number, TenantView>;
  readonly age: DataAge[];
}

/** Reads which sync of each tenant is shown. Call in the transaction that reads the rows. */
export function createTenantViews(database: Database) {
  const columns = 'no, tenant_id, current_sync, synced_at, reads_hidden';
  const one = database.prepare(`SELECT ${columns} FROM tenant WHERE tenant_id = ?`);
  const all = database.prepare(`SELECT ${columns} FROM tenant WHERE current_sync > 0`);
  return {
    one(tenantId: string): TenantView | null {
      const row = one.get(tenantId);
      const view = row === undefined ? null : viewOf(viewRow.parse(row));
      return view && view.sync > 0 ? view : null;
    },
    /** `tenantId` null: all tenants. The age of a tenant that was never synced has no time. */
    scope(tenantId: string | null): Scope {
      const views =
        tenantId === null
          ? z.array(viewRow).parse(all.all()).map(viewOf)
          : [this.one(tenantId)].filter((view) => view !== null);
      const age = views.map((view) => ({
        tenantId: view.tenantId,
        syncedAt: instantOf(view.syncedAt),
      }));
      if (tenantId !== null && age.length === 0) age.push({ tenantId, syncedAt: null });
      return { views, byNo: new Map(views.map((view) => [view.no, view])), age };
    },
  };
}

function viewOf(row: ViewRow): TenantView {
  return {
    no: row.no,
    tenantId: row.tenant_id,
    sync: row.current_sync,
    syncedAt: row.synced_at,
    readsHidden: row.reads_hidden === 1,
  };
}

/** Converts a stored time to the contract's format. */
export function instantOf(at: number): string;
export function instantOf(at: number | null): string | null;
export function instantOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
