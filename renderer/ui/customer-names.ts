import type { TenantRow } from '../../electron/contract/tenant.ts';
import { customerName } from '../../text/words/customer-name.ts';
import type { AgedCustomer } from './ages-button.tsx';
import type { WindowColumn } from './window-table.tsx';

/** The customers of a search over all of them, by name, in display order. */
export function agedCustomers(tenants: readonly TenantRow[]): readonly AgedCustomer[] {
  return tenants.map((tenant) => ({ tenantId: tenant.tenantId, name: customerName(tenant) }));
}

/**
 * The column that shows a row's customer; `tenants` null: one customer is shown, and the column is omitted.
 */
export function customerColumns<Row extends { readonly tenantId: string }>(
  tenants: readonly TenantRow[] | null,
  heading: string,
): readonly WindowColumn<Row, never>[] {
  if (tenants === null) return [];
  const names = new Map(agedCustomers(tenants).map(({ tenantId, name }) => [tenantId, name]));
  return [
    {
      id: 'customer',
      heading,
      width: 'minmax(0, 1.4fr)',
      cell: (row) => names.get(row.tenantId) ?? row.tenantId,
    },
  ];
}
