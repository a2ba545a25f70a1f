import { makeStyles, Select } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { changeKind } from '../../../electron/contract/comparison.ts';
import type { ChangeKind, ComparedSyncs } from '../../../electron/contract/comparison.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { oneOf, searchOf } from '../../ui/address-query.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { changesChoices } from '../../ui/forms/export-choices.ts';
import { FoundList } from '../../ui/found-list.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { useWindows } from '../../ui/use-windows.ts';
import type { ListWindow } from '../../ui/use-windows.ts';
import type { WindowColumn } from '../../ui/window-column.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import { groupColumns, membershipColumns, personColumns } from './change-columns.tsx';
import type { Counted } from './history-series.ts';

/** The options of a list of changes. */
interface ChangesAsked extends ComparedSyncs {
  readonly search: string;
  readonly change: ChangeKind | null;
}

const useStyles = makeStyles({ table: { display: 'flex', flexGrow: 1, minHeight: '320px' } });

/** The changes of one kind of thing between two syncs. */
export function ChangeList({
  what,
  syncs,
}: {
  readonly what: Counted;
  readonly syncs: ComparedSyncs;
}) {
  const { t } = useText();
  const { comparisons } = useEngine();
  const { tenantId } = syncs;
  const columns = useMemo(
    () => ({
      groups: groupColumns(t, tenantId),
      people: personColumns(t, tenantId),
      memberships: membershipColumns(t, tenantId),
    }),
    [t, tenantId],
  );
  switch (what) {
    case 'groups':
      return (
        <List
          key={what}
          what={what}
          syncs={syncs}
          columns={columns.groups}
          read={(query, signal) => comparisons.groups(query, { signal })}
        />
      );
    case 'people':
      return (
        <List
          key={what}
          what={what}
          syncs={syncs}
          columns={columns.people}
          read={(query, signal) => comparisons.people(query, { signal })}
        />
      );
    case 'memberships':
      return (
        <List
          key={what}
          what={what}
          syncs={syncs}
          columns={columns.memberships}
          read={(query, signal) => comparisons.memberships(query, { signal })}
        />
      );
  }
}

function List<Row>({
  what,
  syncs,
  columns,
  read,
}: {
  readonly what: Counted;
  readonly syncs: ComparedSyncs;
  readonly columns: readonly WindowColumn<Row, never>[];
  readonly read: (
    query: ChangesAsked & { readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ) => Promise<ListWindow<Row>>;
}) {
  const styles = useStyles();
  const { text, t, number } = useText();
  const [asked, ask] = useAsked();
  const kinds = kindsOf(what);
  const search = searchOf(asked);
  const change = oneOf(asked, 'change', kinds, null);
  const { tenantId, from, to } = syncs;
  const query = {
    tenantId,
    from,
    to,
    search: useDeferredValue(search),
    change: useDeferredValue(change),
  };
  const found = useWindows<ListWindow<Row>>(
    (window) => keys.changes(what, query, window),
    (offset, limit, signal) => read({ ...query, offset, limit }, signal),
  );
  return (
    <FoundList
      found={found}
      tools={
        <>
          <SearchField
            label={t(`changes:search.${what}`)}
            hint={t(`changes:searchHint.${what}`)}
            value={search}
            onChange={(text) => ask({ search: text })}
          />
          <Select
            aria-label={t('changes:kindLabel')}
            value={change ?? ''}
            onChange={(_, { value }) => ask({ change: value })}
          >
            <option value="">{t('changes:every')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`changes:change.${kind}`)}
              </option>
            ))}
          </Select>
          <ExportButton choices={changesChoices(text, syncs, what)} />
        </>
      }
      matches={t('changes:matches', { count: found.total, formatted: number(found.total) })}
      nothing={
        query.search === '' && query.change === null ? t('changes:none') : t('changes:noMatch')
      }
    >
      <div className={styles.table}>
        <WindowTable
          label={t(`changes:tab.${what}`)}
          columns={columns}
          total={found.total}
          rowAt={found.rowAt}
          show={found.show}
          topic={JSON.stringify(query)}
        />
      </div>
    </FoundList>
  );
}

const membershipKinds = changeKind.options.filter((kind) => kind === 'added' || kind === 'removed');

/** What can have happened to the rows of a list. */
function kindsOf(what: Counted): typeof changeKind.options {
  return what === 'memberships' ? membershipKinds : changeKind.options;
}
