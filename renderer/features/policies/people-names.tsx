import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SinceHandOver } from '../../../electron/contract/policy.ts';
import { useText } from '../../ui/use-text.ts';

/** The most names shown before expanding. */
const few = 20;
/** No more than this are drawn: all are in the hand-over file. */
const most = 1000;

const useStyles = makeStyles({
  heading: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** People by name and sign-in name; a long list starts collapsed. */
export function PeopleNames({
  heading,
  count,
  people,
}: {
  readonly heading: string;
  /** The full count, including people that the engine did not name. */
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
