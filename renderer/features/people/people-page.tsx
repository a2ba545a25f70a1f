import { Link } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { searchOf } from '../../ui/address-query.ts';
import { agedCustomers } from '../../ui/customer-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { peopleChoices } from '../../ui/forms/export-choices.ts';
import { FoundList } from '../../ui/found-list.tsx';
import { Page } from '../../ui/page.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { useWindows } from '../../ui/use-windows.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import { LivePeople } from './live-people.tsx';
import { usePersonColumns } from './person-columns.tsx';

/** Finds a person, in one customer or in all. */
export function PeoplePage({
  tenants,
  tenantId,
}: {
  readonly tenants: readonly TenantRow[];
  readonly tenantId: string | null;
}) {
  const { text, t, number } = useText();
  const engine = useEngine();
  const [asked, ask] = useAsked();
  const search = searchOf(asked);
  const query = useDeferredValue(useMemo(() => ({ tenantId, search }), [tenantId, search]));
  const people = useWindows(
    (window) => keys.people(query, window),
    (offset, limit, signal) => engine.people.list({ ...query, offset, limit }, { signal }),
  );
  const columns = usePersonColumns(tenantId === null ? tenants : null, query.search);
  const tenant = tenants.find((row) => row.tenantId === tenantId);
  const ages = people.first?.age ?? [];
  const neverSynced = people.first !== undefined && ages.every(({ syncedAt }) => syncedAt === null);
  const whose = tenant === undefined ? t('common:allCustomers') : customerName(tenant);
  const title =
    tenant === undefined ? t('people:title') : `${t('people:title')} · ${customerName(tenant)}`;
  if (neverSynced && tenant !== undefined) return <LivePeople tenant={tenant} title={title} />;
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
          <>
            <SearchField
              label={t('people:search')}
              hint={t('people:searchHint')}
              value={search}
              onChange={(text) => ask({ search: text })}
            />
            <ExportButton choices={peopleChoices(text, query, people.total, whose)} />
          </>
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
