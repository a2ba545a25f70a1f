import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import type { SetUp } from '../../../../electron/contract/set-up.ts';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../../../ui/use-text.ts';
import { ByHand } from './by-hand.tsx';
import { ClientIdForm } from './client-id-form.tsx';
import { Scripts } from './scripts.tsx';
import { Quiet } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  tabs: { marginLeft: '-12px' },
});

/** The second step: the registration, by a script or by hand, and then its client ID. */
export function RegisterStep({ setUp }: { readonly setUp: SetUp }) {
  const styles = useStyles();
  const { t } = useText();
  const hasScripts = setUp.scripts.length > 0;
  const [way, setWay] = useState<'script' | 'byHand'>(hasScripts ? 'script' : 'byHand');
  return (
    <>
      <Card title={`${t('setUp:register.title')}: ${setUp.name}`}>
        <Quiet measure={90}>{t('setUp:register.who', { home: setUp.home })}</Quiet>
        {hasScripts && (
          <TabList
            className={styles.tabs}
            selectedValue={way}
            onTabSelect={(_, data) => setWay(data.value === 'script' ? 'script' : 'byHand')}
          >
            <Tab value="script">{t('setUp:register.script')}</Tab>
            <Tab value="byHand">{t('setUp:register.byHand')}</Tab>
          </TabList>
        )}
        {way === 'script' ? <Scripts setUp={setUp} /> : <ByHand setUp={setUp} />}
      </Card>
      <ClientIdForm setUp={setUp} />
    </>
  );
}
