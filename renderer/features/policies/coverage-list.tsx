import { makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import type { CoverageWindow } from '../../../electron/contract/policy.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { searchOf } from '../../ui/address-query.ts';
import { FoundList } from '../../ui/found-list.tsx';
import { go, paths } from '../../ui/router.ts';
import { RowLink } from '../../ui/row-link.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { useWindows } from '../../ui/use-windows.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import type { WindowColumn } from '../../ui/window-table.tsx';

type CoveredPerson = CoverageWindow['rows'][number];

const useStyles = makeStyles({
  hint: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The people who are in none of the marked groups, or in several of them. */
export function CoverageList({
  tenantId,
  coverage,
  unsure,
}: {
  readonly tenantId: string;
  readonly coverage: 'none' | 'several';
  /** How many of the marked groups have people that could not be read. */
  readonly unsure: number;
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const engine = useEngine();
  const [asked, ask] = useAsked();
  const search = searchOf(asked);
  const query = useDeferredValue(
    useMemo(() => ({ tenantId, coverage, search }), [tenantId, coverage, search]),
  );
  const people = useWindows(
    (window) => keys.coverage(query, window),
    (offset, limit, signal) => engine.policies.people({ ...query, offset, limit }, { signal }),
  );
  const columns = useColumns(coverage === 'several');
  const nothing =
    query.search !== ''
      ? t('policies:coverage.noMatch')
      : coverage === 'none'
        ? t('policies:coverage.nobodyNone')
        : t('policies:coverage.nobodySeveral');
  return (
    <>
      <p className={styles.hint}>{t(`policies:coverage.${coverage}Hint`)}</p>
      {unsure > 0 && coverage === 'none' && (
        <p className={styles.hint}>
          {t('policies:coverage.unsure', { count: unsure, formatted: number(unsure) })}
        </p>
      )}
      <FoundList
        found={people}
        tools={
          <SearchField
            label={t('policies:coverage.search')}
            hint={t('people:searchHint')}
            value={search}
            onChange={(text) => ask({ search: text })}
          />
        }
        matches={t('people:matches', { count: people.total, formatted: number(people.total) })}
        nothing={nothing}
      >
        <WindowTable
          label={t(`policies:coverage.${coverage}`)}
          columns={columns}
          total={people.total}
          rowAt={people.rowAt}
          show={people.show}
          onOpen={({ person }) => go(paths.person(person.tenantId, person.id))}
          topic={query.search}
        />
      </FoundList>
    </>
  );
}

function useColumns(withGroups: boolean): readonly WindowColumn<CoveredPerson, never>[] {
  const styles = useStyles();
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'name',
        heading: t('people:column.name'),
        width: 'minmax(0, 1.2fr)',
        cell: ({ person }) => (
          <RowLink path={paths.person(person.tenantId, person.id)} name={person.displayName} />
        ),
      },
      {
        id: 'address',
        heading: t('people:column.address'),
        width: 'minmax(0, 1.5fr)',
        cell: ({ person }) => (
          <span className={styles.quiet}>
            {person.userPrincipalName ?? person.mail ?? person.id}
          </span>
        ),
      },
      withGroups
        ? {
            id: 'groups',
            heading: t('policies:coverage.groups'),
            width: 'minmax(0, 3fr)',
            cell: ({ groups }) => <GroupsCell groups={groups} />,
          }
        : {
            id: 'title',
            heading: t('people:column.title'),
            width: 'minmax(0, 1.4fr)',
            cell: ({ person }) => person.jobTitle,
          },
    ],
    [withGroups, styles, t],
  );
}

function GroupsCell({ groups }: { readonly groups: CoveredPerson['groups'] }) {
  const { t } = useText();
  const words = groups
    .map(({ displayName, label }) => `${displayName || t('common:noName')} (${label})`)
    .join(', ');
  return <span title={words}>{words}</span>;
}
