import {
  Button,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { useId } from 'react';
import type { DataAge } from '../../electron/contract/directory.ts';
import { hrefOf, paths } from './router.ts';
import { useText } from './use-text.ts';

/** A customer whose data is shown, by its display name. */
export interface AgedCustomer {
  readonly tenantId: string;
  readonly name: string;
}

const useStyles = makeStyles({
  surface: { maxHeight: '320px', overflowY: 'auto', maxWidth: '420px' },
  title: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  row: { display: 'flex', gap: '24px', justifyContent: 'space-between' },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

/** Opens the age of every searched customer's data: never synced first, then the oldest. */
export function AgesButton({
  ages,
  customers,
  now,
}: {
  readonly ages: readonly DataAge[];
  readonly customers: readonly AgedCustomer[];
  /** Milliseconds UTC. */
  readonly now: number;
}) {
  const styles = useStyles();
  const { t, age } = useText();
  const titleId = useId();
  const syncedAt = new Map(ages.map((one) => [one.tenantId, one.syncedAt]));
  const rows = customers
    .flatMap((customer) => {
      const at = syncedAt.get(customer.tenantId);
      return at === undefined ? [] : [{ ...customer, at }];
    })
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  return (
    <Popover inline trapFocus withArrow positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" size="small">
          {t('groups:age.each')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-labelledby={titleId}>
        <h2 className={styles.title} id={titleId}>
          {t('groups:age.eachTitle')}
        </h2>
        <ul className={styles.list}>
          {rows.map(({ tenantId, name, at }) => (
            <li key={tenantId} className={styles.row}>
              <Link href={hrefOf(paths.groups(tenantId))}>
                <bdi>{name}</bdi>
              </Link>
              <span className={styles.quiet}>
                {at === null
                  ? t('groups:age.never')
                  : t('groups:age.synced', { age: age(at, now) })}
              </span>
            </li>
          ))}
        </ul>
      </PopoverSurface>
    </Popover>
  );
}
