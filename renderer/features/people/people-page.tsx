import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRow } from '../../../electron/contract/directory.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../text/customer-name.ts';
import { AgeNote } from '../../ui/age-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { useText } from '../../ui/use-text.ts';
import { useWindows } from '../../ui/use-windows.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import type { WindowColumn } from '../../ui/window-table.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px', flexGrow: 1, minHeight: '360px' },
  tools: { display: 'flex' },
  under: { display: 'flex', gap: '24px', justifyContent: 'space-between', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Finds a person, in one customer or in all. */
export function PeoplePage({
  tenants,
  tenantId,
}: {
  readonly tenants: readonly TenantRow[];
  readonly tenantId: string | null;
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const engine = useEngine();
  const [search, setSearch] = useState('');
  const query = { tenantId, search };
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
      <div className={styles.list}>
        <div className={styles.tools}>
          <SearchField
            label={t('people:search')}
            hint={t('people:searchHint')}
            value={search}
            onChange={setSearch}
          />
        </div>
        {people.error !== null && <ProblemCard problem={problemFrom(people.error)} />}
        <div className={styles.under}>
          <strong role="status">
            {people.first === undefined
              ? t('common:loading')
              : t('people:matches', { count: people.total, formatted: number(people.total) })}
          </strong>
          {people.first !== undefined && <AgeNote ages={ages} />}
        </div>
        {people.first !== undefined && people.total === 0 ? (
          <p className={styles.quiet}>
            {search === '' ? t('people:noMatchAny') : t('people:noMatch', { search })}
          </p>
        ) : (
          <WindowTable
            label={t('people:title')}
            columns={columns}
            total={people.total}
            rowAt={people.rowAt}
            show={people.show}
            onOpen={(person) => go(paths.person(person.tenantId, person.id))}
            topic={search}
          />
        )}
      </div>
    </Page>
  );
}

function useColumns(
  tenants: readonly TenantRow[] | null,
): readonly WindowColumn<PersonRow, never>[] {
  const styles = useStyles();
  const { t } = useText();
  const names = new Map(tenants?.map((tenant) => [tenant.tenantId, customerName(tenant)]));
  return [
    {
      id: 'name',
      heading: t('people:column.name'),
      width: 'minmax(0, 1.6fr)',
      cell: (person) => (
        <Link className={styles.name} href={hrefOf(paths.person(person.tenantId, person.id))}>
          <bdi>{person.displayName ?? t('common:noName')}</bdi>
        </Link>
      ),
    },
    {
      id: 'address',
      heading: t('people:column.address'),
      width: 'minmax(0, 2fr)',
      cell: (person) => (
        <span className={styles.quiet}>{person.userPrincipalName ?? person.mail ?? person.id}</span>
      ),
    },
    {
      id: 'title',
      heading: t('people:column.title'),
      width: 'minmax(0, 1.4fr)',
      cell: (person) => person.jobTitle,
    },
    ...(tenants === null
      ? []
      : [
          {
            id: 'customer',
            heading: t('people:column.customer'),
            width: 'minmax(0, 1.4fr)',
            cell: (person: PersonRow) => names.get(person.tenantId) ?? person.tenantId,
          },
        ]),
  ];
}
