import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSortDown16Regular, ArrowSortUp16Regular } from '@fluentui/react-icons';
import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
} from '@tanstack/react-table';
import type { Header } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { orderChange, orderOf } from '../../ui/address-query.ts';
import { go, paths } from '../../ui/router.ts';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { useCustomerColumns } from './use-customer-columns.tsx';

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowX: 'auto',
    flexShrink: 0,
  },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: {
    padding: '10px 20px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sorter: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: 0,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    cursor: 'pointer',
  },
  row: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':not(:last-child) > td': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  cell: { padding: '12px 20px', verticalAlign: 'middle' },
});

const sorts = ['customer', 'status', 'domain', 'tested', 'synced'] as const;
const byStatus = { sort: 'status', descending: false } as const;

/** The customers as a table; each heading sorts, and the initial order is by urgency. */
export function CustomersTable({ tenants }: { readonly tenants: readonly TenantRow[] }) {
  const styles = useStyles();
  const { t } = useText();
  const [asked, ask] = useAsked();
  const order = useMemo(() => orderOf<(typeof sorts)[number]>(asked, sorts, byStatus), [asked]);
  const sorting = useMemo(() => [{ id: order.sort, desc: order.descending }], [order]);
  const data = useMemo(
    () => [...tenants].sort((left, right) => customerName(left).localeCompare(customerName(right))),
    [tenants],
  );
  const columns = useCustomerColumns();
  const table = useReactTable({
    data,
    columns,
    state: { sorting },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      const sort = sorts.find((one) => one === next?.id);
      if (sort === undefined) return;
      ask(orderChange({ sort, descending: next?.desc ?? false }, byStatus));
    },
    enableSortingRemoval: false,
    getRowId: (row) => row.tenantId,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('customers:title')}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <Heading key={header.id} header={header} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr
              key={row.id}
              className={styles.row}
              onClick={() => go(paths.connection(row.original.tenantId))}
            >
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} className={styles.cell}>
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A heading that sorts by its column. */
function Heading({ header }: { readonly header: Header<TenantRow, unknown> }) {
  const styles = useStyles();
  const sorted = header.column.getIsSorted();
  const Arrow = sorted === 'desc' ? ArrowSortDown16Regular : ArrowSortUp16Regular;
  return (
    <th
      scope="col"
      className={styles.head}
      aria-sort={sorted === false ? undefined : sorted === 'desc' ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={styles.sorter}
        onClick={header.column.getToggleSortingHandler()}
      >
        {flexRender(header.column.columnDef.header, header.getContext())}
        {sorted !== false && <Arrow aria-hidden="true" />}
      </button>
    </th>
  );
}
