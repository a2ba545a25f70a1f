import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SinceHandOver } from '../../../electron/contract/policy.ts';
import { useText } from '../../ui/use-text.ts';

/** So many names are shown before the rest is asked for. */
const few = 20;
/** More than this are not drawn: they are in the file that is handed over. */
const most = 1000;

const useStyles = makeStyles({
  heading: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** People by name and sign-in name; a long list begins short. */
export function PeopleNames({
  heading,
  count,
  people,
}: {
  readonly heading: string;
  /** How many there are, those included whom the engine did not name. */
  readonly count: number;
  readonly people: SinceHandOver['groups'][number]['peopleAdded'];
}) {
  const styles = useStyles();
  const { t } = useText();
  const [all, setAll] = useState(false);
  const shown = people.slice(0, all ? most : few);
  const rest = count - shown.length;
  return (
    <div>
      <span className={styles.heading}>{heading}</span>
      <ul className={styles.list} aria-label={heading}>
        {shown.map((person) => (
          <li key={person.id} data-person={person.id}>
            <bdi>{person.displayName ?? t('common:noName')}</bdi>{' '}
            <span className={styles.quiet}>{person.userPrincipalName ?? person.id}</span>
          </li>
        ))}
      </ul>
      {rest > 0 &&
        (all ? (
          <span className={styles.quiet}>{t('common:more', { count: rest })}</span>
        ) : (
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('common:more', { count: rest })}
          </Button>
        ))}
    </div>
  );
}
