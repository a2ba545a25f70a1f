import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { StatusKind } from '../../electron/contract/grant.ts';
import type { DataAge } from '../../electron/contract/directory.ts';
import { useEngine } from '../client/engine-context.tsx';
import { keys } from '../client/queries.ts';
import { statusWords } from '../../text/words/status-words.ts';
import { AgesButton } from './ages-button.tsx';
import type { AgedCustomer } from './ages-button.tsx';
import { useNow } from './use-now.ts';
import { useText } from './use-text.ts';

/** Statuses of connections that certainly deliver no more data. */
const ended: ReadonlySet<StatusKind> = new Set(['removed', 'notGranted', 'broken', 'resetting']);

const useStyles = makeStyles({
  box: { display: 'flex', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  note: { color: tokens.colorNeutralForeground3, margin: 0 },
});

/**
 * How old the data on screen is. Every screen with cached data has one; over many customers it shows each
 * age.
 */
export function AgeNote({
  ages: told,
  customers = [],
}: {
  readonly ages: readonly DataAge[];
  readonly customers?: readonly AgedCustomer[] | undefined;
}) {
  const styles = useStyles();
  const { text, t, age } = useText();
  const now = useNow();
  const { tenants } = useEngine();
  const rows = useQuery({ queryKey: keys.tenants(), queryFn: () => tenants.list() });
  const [only] = told;
  const status =
    told.length === 1 && rows.data?.find(({ tenantId }) => tenantId === only?.tenantId)?.status;
  // The engine reports the ages of customers that have data; the others were never synced.
  const ages =
    customers.length > 1
      ? customers.map(
          ({ tenantId }) =>
            told.find((one) => one.tenantId === tenantId) ?? { tenantId, syncedAt: null },
        )
      : told;
  const synced = ages.flatMap(({ syncedAt }) => (syncedAt === null ? [] : [syncedAt])).sort();
  const oldest = synced[0];
  const missing = ages.length - synced.length;
  if (oldest === undefined) return <p className={styles.note}>{t('groups:age.never')}</p>;
  const words =
    ages.length === 1
      ? t('groups:age.one', { age: age(oldest, now) })
      : t('groups:age.many', { count: synced.length, age: age(oldest, now) });
  return (
    <div className={styles.box}>
      <p className={styles.note}>
        {words}
        {status &&
          ended.has(status.kind) &&
          ` · ${t('groups:age.stale', { status: statusWords(text, status, now) })}`}
        {missing > 0 && ` · ${t('groups:age.notSynced', { count: missing })}`}
      </p>
      {customers.length > 1 && <AgesButton ages={ages} customers={customers} now={now} />}
    </div>
  );
}
