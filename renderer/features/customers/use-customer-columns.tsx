import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { hrefOf, paths } from '../../ui/router.ts';
import { StatusIndicator } from '../../ui/status-indicator.tsx';
import { TagList } from '../../ui/tag-list.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { CloudNote } from './cloud-note.tsx';
import { compareUrgency } from './roll-up.ts';

const useStyles = makeStyles({
  names: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

const column = createColumnHelper<TenantRow>();

/** The customer columns: what each shows, and what it sorts by. */
export function useCustomerColumns() {
  const styles = useStyles();
  const { t, age } = useText();
  const now = useNow();
  return useMemo(
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
        cell: ({ row }) => <Status tenant={row.original} now={now} />,
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
}

/** A customer's status, its open reset, and since when its administrator has been asked. */
function Status({ tenant, now }: { readonly tenant: TenantRow; readonly now: number }) {
  const styles = useStyles();
  const { t, age } = useText();
  const { tenantId, status, quietWatch } = tenant;
  return (
    <>
      <StatusIndicator status={status} />
      {status.reset !== undefined && (
        <div>
          <Link href={hrefOf(paths.openReset(tenantId, status.reset.purpose))}>
            {t('connection:continueReset')}
          </Link>
        </div>
      )}
      {quietWatch?.reason === 'asked' && (
        <div className={styles.quiet}>{t('asked:row', { age: age(quietWatch.since, now) })}</div>
      )}
    </>
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
