import { makeStyles } from '@fluentui/react-components';
import { useHost } from '../client/engine-context.tsx';
import { EnterPractice } from './enter-practice.tsx';
import { paths } from './router.ts';
import { useText } from './use-text.ts';
import { Words } from './words.tsx';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
});

/** Offers the rehearsal before the real reset; nothing in Practice itself. */
export function PractiseFirst({
  quiet = false,
}: {
  /** Set if another button is the primary one. */
  readonly quiet?: boolean;
}) {
  const styles = useStyles();
  const { t } = useText();
  if (useHost().workspace === 'practice') return null;
  return (
    <div className={styles.whole}>
      <Words measure={80}>{t('practise:why')}</Words>
      <EnterPractice
        appearance={quiet ? 'subtle' : 'secondary'}
        label={t('practise:first')}
        to={paths.practiseReset()}
      />
    </div>
  );
}
