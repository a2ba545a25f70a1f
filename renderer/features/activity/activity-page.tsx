import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ActivityEntry } from '../../../electron/contract/activity.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { ActivityTable } from './activity-table.tsx';

const pageSize = 50;

const useStyles = makeStyles({ count: { color: tokens.colorNeutralForeground3 } });

/** The activity record, newest first. */
export function ActivityPage({
  tenants,
  tenantId,
}: {
  readonly tenants: readonly TenantRow[];
  readonly tenantId: string | null;
}) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const record = useInfiniteQuery({
    queryKey: keys.activity(tenantId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      engine.activity.list({
        tenantId,
        limit: pageSize,
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    getNextPageParam: (page: readonly ActivityEntry[]) =>
      page.length < pageSize ? undefined : page.at(-1)?.at,
  });
  const tenant = tenants.find((row) => row.tenantId === tenantId);
  const title =
    tenant === undefined ? t('activity:title') : `${t('activity:title')} · ${customerName(tenant)}`;
  const entries = record.data?.pages.flat() ?? [];
  return (
    <Page title={title} lead={t('activity:lead')}>
      {record.isError && <ProblemCard problem={problemFrom(record.error)} />}
      {record.isPending && <Spinner label={t('common:loading')} />}
      {record.isSuccess && entries.length === 0 && (
        <EmptyState title={t('activity:empty.title')} body={t('activity:empty.body')} />
      )}
      {entries.length > 0 && <ActivityTable entries={entries} tenants={tenants} />}
      {record.hasNextPage && (
        <div className={styles.count}>
          <Button
            disabledFocusable={record.isFetchingNextPage}
            onClick={() => void record.fetchNextPage()}
          >
            {t('activity:older')}
          </Button>
        </div>
      )}
    </Page>
  );
}
