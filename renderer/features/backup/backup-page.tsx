import { makeStyles } from '@fluentui/react-components';
import { Page } from '../../ui/page.tsx';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { BringCard } from './bring-card.tsx';
import { MakeCard } from './make-card.tsx';

const useStyles = makeStyles({ cards: { display: 'grid', gap: '20px', maxWidth: '860px' } });

/** Creates one encrypted file, or restores one. */
export function BackupPage({
  firstRun,
}: {
  /** There is no navigation yet: the back link leads to the welcome screen. */
  readonly firstRun: boolean;
}) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <Page
      title={t('backup:title')}
      lead={t('backup:lead')}
      {...(firstRun && { back: { path: paths.customers(), label: t('common:back') } })}
    >
      <div className={styles.cards}>
        {!firstRun && <MakeCard />}
        <BringCard />
      </div>
    </Page>
  );
}
