import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SetUp } from '../../../../electron/contract/set-up.ts';
import { Card } from '../../../ui/card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useText } from '../../../ui/use-text.ts';
import { GiveUpDialog } from './give-up-dialog.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '16px' },
  row: { display: 'flex', gap: '12px 24px', flexWrap: 'wrap', alignItems: 'center' },
  words: { flexGrow: 1, minWidth: '220px' },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', gap: '8px' },
});

/** Unfinished set-ups, each with buttons to continue and to cancel. */
export function UnderWay({ setUps }: { readonly setUps: readonly SetUp[] }) {
  const styles = useStyles();
  const { t, age } = useText();
  const now = useNow();
  const [givingUp, setGivingUp] = useState<SetUp | null>(null);
  return (
    <Card title={t('setUp:underWay.title')}>
      <ul className={styles.list}>
        {setUps.map((setUp) => (
          <li key={setUp.id} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.name}>{setUp.name}</p>
              <p className={styles.line}>
                {t('setUp:underWay.line', {
                  home: setUp.home,
                  age: age(setUp.createdAt, now),
                  thumbprint: setUp.certificate.portalThumbprint.slice(0, 8),
                })}
              </p>
            </div>
            <div className={styles.buttons}>
              <Button onClick={() => go(paths.setUp(setUp.id))}>
                {t('setUp:underWay.goOn', { name: setUp.name })}
              </Button>
              <Button appearance="subtle" onClick={() => setGivingUp(setUp)}>
                {t('setUp:underWay.giveUp', { name: setUp.name })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {givingUp !== null && <GiveUpDialog setUp={givingUp} onClose={() => setGivingUp(null)} />}
    </Card>
  );
}
