import { useDeferredValue, useMemo } from 'react';
import type { GroupQuery } from '../../../electron/contract/directory.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { orderChange, orderOf, searchOf } from '../../ui/address-query.ts';
import { agedCustomers } from '../../ui/customer-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { groupChoices } from '../../ui/forms/export-choices.ts';
import { FoundList } from '../../ui/found-list.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { useWindows } from '../../ui/use-windows.ts';
import type { Order } from '../../ui/window-table.tsx';
import { GroupFilters } from './group-filters.tsx';
import { filtersAsked, filtersOf } from './filter-choice.ts';
import { GroupTable } from './group-table.tsx';
import { SyncCard } from './sync-card.tsx';

type Sort = NonNullable<GroupQuery['sort']>;

const sorts: readonly Sort[] = ['name', 'members', 'kind'];
const byName: Order<Sort> = { sort: 'name', descending: false };

/** Groups of one customer or of all: searched, filtered and sorted by the engine, loaded window by window. */
export function GroupsPage({
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
  const filters = useMemo(() => filtersAsked(asked), [asked]);
  const order = useMemo(() => orderOf(asked, sorts, byName), [asked]);
  const wanted = useMemo(
    () => ({ tenantId, search, ...filtersOf(filters), ...order }),
    [tenantId, search, filters, order],
  );
  const query = useDeferredValue(wanted);
  const groups = useWindows(
    (window) => keys.groups(query, window),
    (offset, limit, signal) => engine.groups.list({ ...query, offset, limit }, { signal }),
  );
  const tenant = tenants.find((row) => row.tenantId === tenantId);
  const ages = groups.first?.age ?? [];
  const neverSynced = groups.first !== undefined && ages.every(({ syncedAt }) => syncedAt === null);
  const whose = tenant === undefined ? t('common:allCustomers') : customerName(tenant);
  const title =
    tenant === undefined ? t('groups:title') : `${t('groups:title')} · ${customerName(tenant)}`;
  return (
    <Page title={title} lead={t('groups:purpose')}>
      {tenant !== undefined && <SyncCard key={tenant.tenantId} tenantId={tenant.tenantId} />}
      {neverSynced ? (
        <EmptyState
          title={t('groups:neverSynced.title')}
          body={tenant === undefined ? t('groups:neverSynced.all') : t('groups:neverSynced.body')}
        />
      ) : (
        <FoundList
          found={groups}
          tools={
            <>
              <SearchField
                label={t('groups:search')}
                hint={t('groups:searchHint')}
                value={search}
                onChange={(text) => ask({ search: text })}
              />
              <GroupFilters choice={filters} onChange={(choice) => ask({ filter: [...choice] })} />
              <ExportButton choices={groupChoices(text, query, groups.total, whose)} />
            </>
          }
          matches={t('groups:matches', { count: groups.total, formatted: number(groups.total) })}
          nothing={t('groups:noMatch')}
          ages={ages}
          {...(tenantId === null && { customers: agedCustomers(tenants) })}
        >
          <GroupTable
            groups={groups}
            tenants={tenantId === null ? tenants : null}
            order={order}
            onOrder={(next) => ask(orderChange(next, byName))}
            topic={JSON.stringify(query)}
          />
        </FoundList>
      )}
    </Page>
  );
}
