import { Field, Link, makeStyles, SearchBox, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { FormEvent } from 'react';
import type { PersonRow } from '../../../electron/contract/directory.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { searchOf } from '../../ui/address-query.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import { usePersonColumns } from './person-columns.tsx';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  field: { flexGrow: 1, maxWidth: '420px', minWidth: '240px' },
  table: { display: 'flex', flexGrow: 1, minHeight: '320px' },
});

/** All rows are loaded: none is fetched on scrolling. */
const nothingToRead = () => undefined;
const nobody: readonly PersonRow[] = [];

/**
 * Finds a person of a customer that was never synced: asks Microsoft at each press, with no account signed
 * in.
 */
export function LivePeople({
  tenant,
  title,
}: {
  readonly tenant: TenantRow;
  readonly title: string;
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const engine = useEngine();
  const offline = useOffline();
  const { tenantId } = tenant;
  const [asked, ask] = useAsked();
  const search = searchOf(asked).trim();
  const [typed, setTyped] = useState(search);
  const [shown, setShown] = useState(search);
  if (shown !== search) {
    setShown(search);
    setTyped(search);
  }
  const found = useQuery({
    queryKey: keys.livePeople(tenantId, search),
    queryFn: ({ signal }) => engine.people.find({ tenantId, search }, { signal }),
    enabled: search !== '' && !offline,
  });
  const rows = found.data?.rows ?? nobody;
  const columns = usePersonColumns(null, search);
  const rowAt = useCallback((index: number) => rows[index], [rows]);
  const submit = () => {
    if (typed.trim() === search) void found.refetch();
    else ask({ search: typed.trim() });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!offline && typed.trim() !== '') submit();
  };
  return (
    <Page title={title} lead={t('people:live.lead')}>
      <form className={styles.form} onSubmit={onSubmit} role="search">
        <Field className={styles.field}>
          <SearchBox
            aria-label={t('people:search')}
            placeholder={t('people:live.hint')}
            value={typed}
            maxLength={200}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        <BlockableButton
          appearance="primary"
          {...(found.isFetching && { icon: <Spinner size="extra-tiny" /> })}
          blocked={offline ? t('people:live.offline') : null}
          onPress={() => typed.trim() !== '' && submit()}
        >
          {found.isFetching ? t('people:live.searching') : t('people:live.button')}
        </BlockableButton>
      </form>
      <strong role="status">
        {found.data !== undefined &&
          (rows.length === 0
            ? t('people:live.none', { search })
            : t('people:matches', { count: rows.length, formatted: number(rows.length) }))}
      </strong>
      {found.data?.more === true && <Quiet>{t('people:live.more')}</Quiet>}
      {found.isError && (
        <ProblemCard problem={problemFrom(found.error)} heading={t('people:live.failed')} />
      )}
      {rows.length > 0 && (
        <div className={styles.table}>
          <WindowTable
            label={t('people:title')}
            columns={columns}
            total={rows.length}
            rowAt={rowAt}
            show={nothingToRead}
            onOpen={(person) => go(paths.person(person.tenantId, person.id))}
            topic={search}
          />
        </div>
      )}
      <Link href={hrefOf(paths.groups(tenantId))}>{t('people:live.sync')}</Link>
    </Page>
  );
}
