import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { GroupQuery, GroupRow, GroupWindow } from '../../../electron/contract/directory.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { customerColumns } from '../../ui/customer-names.ts';
import { go, paths } from '../../ui/router.ts';
import { RowLink } from '../../ui/row-link.tsx';
import { useText } from '../../ui/use-text.ts';
import type { Windowed } from '../../ui/use-windows.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import type { Order, WindowColumn } from '../../ui/window-table.tsx';
import { MemberCount } from './member-count.tsx';
import { kindWords } from './kind-words.ts';

type Sort = NonNullable<GroupQuery['sort']>;

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The visible groups. With `tenants` given, a column shows each group's customer. */
export function GroupTable({
  groups,
  tenants,
  order,
  onOrder,
  topic,
}: {
  readonly groups: Windowed<GroupWindow>;
  readonly tenants: readonly TenantRow[] | null;
  readonly order: Order<Sort>;
  readonly onOrder: (order: Order<Sort>) => void;
  readonly topic: string;
}) {
  const { text } = useText();
  const columns = useColumns(tenants);
  return (
    <WindowTable
      label={text.t('groups:title')}
      columns={columns}
      total={groups.total}
      rowAt={groups.rowAt}
      show={groups.show}
      order={order}
      onOrder={onOrder}
      onOpen={(group) => go(paths.group(group.tenantId, group.id))}
      topic={topic}
    />
  );
}

function useColumns(tenants: readonly TenantRow[] | null): readonly WindowColumn<GroupRow, Sort>[] {
  const styles = useStyles();
  const { text, t } = useText();
  return useMemo(
    () => [
      {
        id: 'name',
        heading: t('groups:column.name'),
        width: 'minmax(0, 2.4fr)',
        sort: 'name',
        cell: (group) => (
          <RowLink path={paths.group(group.tenantId, group.id)} name={group.displayName} />
        ),
      },
      ...customerColumns<GroupRow>(tenants, t('groups:column.customer')),
      {
        id: 'kind',
        heading: t('groups:column.kind'),
        width: 'minmax(0, 1.6fr)',
        sort: 'kind',
        cell: (group) => kindWords(text, group),
      },
      {
        id: 'mail',
        heading: t('groups:column.mail'),
        width: 'minmax(0, 1.8fr)',
        cell: (group) => <span className={styles.quiet}>{group.mail}</span>,
      },
      {
        id: 'members',
        heading: t('groups:column.members'),
        width: 'minmax(150px, 1fr)',
        sort: 'members',
        align: 'end',
        cell: (group) => <MemberCount group={group} />,
      },
    ],
    [tenants, styles, text, t],
  );
}
