import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSortDown16Regular, ArrowSortUp16Regular } from '@fluentui/react-icons';
import {
  createColumnHelper,
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { orderChange, orderOf } from '../../ui/address-query.ts';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { TagList } from '../../ui/tag-list.tsx';
import { StatusIndicator } from '../../ui/status-indicator.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { CloudNote } from './cloud-note.tsx';
import { compareUrgency } from './roll-up.ts';

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
  names: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

const column = createColumnHelper<TenantRow>();

const sorts = ['customer', 'status', 'domain', 'tested', 'synced'] as const;
const byStatus = { sort: 'status', descending: false } as const;

/** The customers as a table; each heading sorts, and the first order is by urgency. */
export function CustomersTable({ tenants }: { readonly tenants: readonly TenantRow[] }) {
  const styles = useStyles();
  const { t, age } = useText();
  const now = useNow();
  const [asked, ask] = useAsked();
  const order = useMemo(() => orderOf<(typeof sorts)[number]>(asked, sorts, byStatus), [asked]);
  const sorting = useMemo(() => [{ id: order.sort, desc: order.descending }], [order]);
  const data = useMemo(
    () => [...tenants].sort((left, right) => customerName(left).localeCompare(customerName(right))),
    [tenants],
  );
  const columns = useMemo(
    () => [
      column.accessor(customerName, {
        id: 'customer',
        header: () => t('customers:column.customer'),
        cell: ({ row, getValue }) => (
          <div className={styles.names}>
            <Link className={styles.name} href={hrefOf(paths.connection(row.original.tenantId))}>
              {getValue()}
            </Link>
            <TagList tags={row.original.tags} label={t('customer:tags')} />
          </div>
        ),
      }),
      column.accessor('status', {
        header: () => t('customers:column.status'),
        sortingFn: (left, right) => compareUrgency(left.original.status, right.original.status),
        cell: ({ row: { original } }) => (
          <>
            <StatusIndicator status={original.status} />
            {original.status.reset !== undefined && (
              <div>
                <Link
                  href={hrefOf(paths.openReset(original.tenantId, original.status.reset.purpose))}
                >
                  {t('connection:continueReset')}
                </Link>
              </div>
            )}
            {original.quietWatch?.reason === 'asked' && (
              <div className={styles.quiet}>
                {t('asked:row', { age: age(original.quietWatch.since, now) })}
              </div>
            )}
          </>
        ),
      }),
      column.accessor((row) => row.primaryDomain ?? '', {
        id: 'domain',
        header: () => t('customers:column.domain'),
        cell: ({ row }) => (
          <>
            {row.original.primaryDomain ?? t('common:unknown')}
            <CloudNote profileId={row.original.profileId} />
          </>
        ),
      }),
      column.accessor((row) => row.lastTestAt ?? '', {
        id: 'tested',
        header: () => t('customers:column.tested'),
        cell: ({ row: { original } }) => (
          <span className={styles.quiet}>
            {original.lastTestAt === null
              ? t('customers:notTested')
              : age(original.lastTestAt, now)}
          </span>
        ),
      }),
      column.accessor((row) => row.lastSync?.finishedAt ?? '', {
        id: 'synced',
        header: () => t('customers:column.synced'),
        cell: ({ row: { original } }) => (
          <span className={styles.quiet}>
            <SyncAge row={original} now={now} />
          </span>
        ),
      }),
    ],
    [t, age, now, styles],
  );
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
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                const Arrow = sorted === 'desc' ? ArrowSortDown16Regular : ArrowSortUp16Regular;
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={styles.head}
                    aria-sort={
                      sorted === false ? undefined : sorted === 'desc' ? 'descending' : 'ascending'
                    }
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
              })}
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

function SyncAge({ row, now }: { readonly row: TenantRow; readonly now: number }) {
  const { t, age } = useText();
  const { lastSync } = row;
  if (lastSync?.state === 'running') return t('customers:syncing');
  if (lastSync?.state !== 'finished' || lastSync.finishedAt === null)
    return t('customers:notSynced');
  return age(lastSync.finishedAt, now);
}
