import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { PolicyOverview } from '../../../electron/contract/policy.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { relianceOf } from '../../../text/words/policy-words.ts';
import { go, paths } from '../../ui/router.ts';
import { RowLink } from '../../ui/row-link.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import type { WindowColumn } from '../../ui/window-table.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** All customers are loaded: none are fetched on scrolling. */
const nothingToRead = () => undefined;

/** Every customer with a summary of its marked groups. Only visible rows are fetched. */
export function PolicyCustomers({ tenants }: { readonly tenants: readonly TenantRow[] }) {
  const { t } = useText();
  const columns = useMemo<readonly WindowColumn<TenantRow, never>[]>(
    () => [
      {
        id: 'customer',
        heading: t('policies:customers.customer'),
        width: 'minmax(0, 2fr)',
        cell: (tenant) => (
          <RowLink path={paths.policies(tenant.tenantId)} name={customerName(tenant)} />
        ),
      },
      {
        id: 'groups',
        heading: t('policies:customers.groups'),
        width: 'minmax(0, 1fr)',
        cell: ({ tenantId }) => <Told tenantId={tenantId} what="groups" />,
      },
      {
        id: 'reliance',
        heading: t('policies:customers.reliance'),
        width: 'minmax(0, 1.4fr)',
        cell: ({ tenantId }) => <Told tenantId={tenantId} what="reliance" />,
      },
      {
        id: 'handedOver',
        heading: t('policies:customers.handedOver'),
        width: 'minmax(0, 1.2fr)',
        cell: ({ tenantId }) => <Told tenantId={tenantId} what="handedOver" />,
      },
    ],
    [t],
  );
  const rowAt = useCallback((index: number) => tenants[index], [tenants]);
  return (
    <WindowTable
      label={t('policies:customers.table')}
      columns={columns}
      total={tenants.length}
      rowAt={rowAt}
      show={nothingToRead}
      onOpen={({ tenantId }) => go(paths.policies(tenantId))}
      topic=""
    />
  );
}

/** One cell of a customer's overview; the cells of a row share one query. */
function Told({
  tenantId,
  what,
}: {
  readonly tenantId: string;
  readonly what: 'groups' | 'reliance' | 'handedOver';
}) {
  const styles = useStyles();
  const { t, number, age } = useText();
  const now = useNow();
  const engine = useEngine();
  const { data } = useQuery({
    queryKey: keys.policies(tenantId),
    queryFn: () => engine.policies.overview({ tenantId }),
  });
  if (data === undefined) return null;
  const quiet = (words: string) => <span className={styles.quiet}>{words}</span>;
  if (what === 'handedOver') {
    return data.lastHandOver === null
      ? quiet(t('common:never'))
      : quiet(age(data.lastHandOver.at, now));
  }
  if (data.groups.length === 0) {
    return what === 'groups' ? quiet(t('policies:customers.none')) : null;
  }
  if (what === 'groups') return number(data.groups.length);
  const doubtful = doubtfulGroups(data);
  return doubtful === 0
    ? t('policies:customers.sound')
    : t('policies:customers.doubtful', { count: doubtful });
}

function doubtfulGroups({ groups }: PolicyOverview): number {
  return groups.filter(({ findings }) => relianceOf(findings) === 'doubtful').length;
}
