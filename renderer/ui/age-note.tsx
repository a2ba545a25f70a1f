import { makeStyles, tokens } from '@fluentui/react-components';
import type { DataAge } from '../../electron/contract/directory.ts';
import { useNow } from './use-now.ts';
import { useText } from './use-text.ts';

const useStyles = makeStyles({ note: { color: tokens.colorNeutralForeground3, margin: 0 } });

/** How old the data on screen is. Every screen with cached data has one. */
export function AgeNote({ ages }: { readonly ages: readonly DataAge[] }) {
  const styles = useStyles();
  const { t, age } = useText();
  const now = useNow();
  const synced = ages.flatMap(({ syncedAt }) => (syncedAt === null ? [] : [syncedAt])).sort();
  const oldest = synced[0];
  const missing = ages.length - synced.length;
  if (oldest === undefined) return <p className={styles.note}>{t('groups:age.never')}</p>;
  const words =
    ages.length === 1
      ? t('groups:age.one', { age: age(oldest, now) })
      : t('groups:age.many', { count: synced.length, age: age(oldest, now) });
  return (
    <p className={styles.note}>
      {words}
      {missing > 0 && ` · ${t('groups:age.notSynced', { count: missing })}`}
    </p>
  );
}
