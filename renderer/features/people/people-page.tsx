import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import type { PersonRow } from '../../../electron/contract/directory.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../text/customer-name.ts';
import { agedCustomers, customerColumns } from '../../ui/customer-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FoundList } from '../../ui/found-list.tsx';
import { Page } from '../../ui/page.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { RowLink } from '../../ui/row-link.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useText } from '../../ui/use-text.ts';
import { useWindows } from '../../ui/use-windows.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import type { WindowColumn } from '../../ui/window-table.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Finds a person, in one customer or in all. */
export function PeoplePage({
  tenants,
  tenantId,
}: {
  readonly tenants: readonly TenantRow[];
  readonly tenantId: string | null;
}) {
  const { t, number } = useText();
  const engine = useEngine();
  const [search, setSearch] = useState('');
  const query = useDeferredValue(useMemo(() => ({ tenantId, search }), [tenantId, search]));
  const people = useWindows(
    (window) => keys.people(query, window),
    (offset, limit, signal) => engine.people.list({ ...query, offset, limit }, { signal }),
  );
  const columns = useColumns(tenantId === null ? tenants : null);
  const tenant = tenants.find((row) => row.tenantId === tenantId);
  const ages = people.first?.age ?? [];
  const neverSynced = people.first !== undefined && ages.every(({ syncedAt }) => syncedAt === null);
  const title =
    tenant === undefined ? t('people:title') : `${t('people:title')} · ${customerName(tenant)}`;
  if (neverSynced) {
    return (
      <Page title={title}>
        <EmptyState title={t('people:neverSynced.title')} body={t('people:neverSynced.body')}>
          <Link href={hrefOf(paths.groups(tenantId))}>{t('people:openGroups')}</Link>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={title} lead={t('people:lead')}>
      <FoundList
        found={people}
        tools={
          <SearchField
            label={t('people:search')}
            hint={t('people:searchHint')}
            value={search}
            onChange={setSearch}
          />
        }
        matches={t('people:matches', { count: people.total, formatted: number(people.total) })}
        nothing={
          query.search === ''
            ? t('people:noMatchAny')
            : t('people:noMatch', { search: query.search })
        }
        ages={ages}
        {...(tenantId === null && { customers: agedCustomers(tenants) })}
      >
        <WindowTable
          label={t('people:title')}
          columns={columns}
          total={people.total}
          rowAt={people.rowAt}
          show={people.show}
          onOpen={(person) => go(paths.person(person.tenantId, person.id))}
          topic={query.search}
        />
      </FoundList>
    </Page>
  );
}

function useColumns(
  tenants: readonly TenantRow[] | null,
): readonly WindowColumn<PersonRow, never>[] {
  const styles = useStyles();
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'name',
        heading: t('people:column.name'),
        width: 'minmax(0, 1.6fr)',
        cell: (person) => (
          <RowLink path={paths.person(person.tenantId, person.id)} name={person.displayName} />
        ),
      },
      {
        id: 'address',
        heading: t('people:column.address'),
        width: 'minmax(0, 2fr)',
        cell: (person) => (
          <span className={styles.quiet}>
            {person.userPrincipalName ?? person.mail ?? person.id}
          </span>
        ),
      },
      {
        id: 'title',
        heading: t('people:column.title'),
        width: 'minmax(0, 1.4fr)',
        cell: (person) => person.jobTitle,
      },
      ...customerColumns<PersonRow>(tenants, t('people:column.customer')),
    ],
    [tenants, styles, t],
  );
}
