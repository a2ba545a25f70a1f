import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CloudOff20Regular, DatabaseWarning20Regular } from '@fluentui/react-icons';
import { setAsideWords } from '../../text/words/set-aside-words.ts';
import type { SetAside } from '../../text/words/set-aside-words.ts';
import { ProblemCard } from '../ui/problem-card.tsx';
import { useText } from '../ui/use-text.ts';
import { useLeavePractice } from './use-leave-practice.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '6px 20px',
    flexShrink: 0,
    flexWrap: 'wrap',
  },
  practice: {
    backgroundColor: '#5b3d8f',
    color: '#ffffff',
    borderBottom: '1px solid transparent',
  },
  offline: {
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    minHeight: '32px',
  },
  name: { fontWeight: tokens.fontWeightBold, letterSpacing: '0.12em' },
  grow: { flexGrow: 1 },
  // Shrinks instead of wrapping, so that the icon stays beside the text.
  words: { flex: '1 1 0', minWidth: 0 },
  leave: {
    color: '#ffffff',
    backgroundColor: 'transparent',
    border: '1px solid #ffffff',
    ':hover': { color: '#ffffff', backgroundColor: '#7353aa' },
    ':hover:active': { color: '#ffffff', backgroundColor: '#4a3075' },
  },
});

/** Says on every screen that the data is invented, with a button that leaves Practice. */
export function PracticeBanner() {
  const styles = useStyles();
  const { t } = useText();
  const leave = useLeavePractice();
  return (
    <section className={`${styles.bar} ${styles.practice}`} aria-label={t('shell:practice.banner')}>
      <span className={styles.name}>{t('shell:practice.banner')}</span>
      <span className={styles.grow}>{t('shell:practice.explain')}</span>
      <Button
        size="small"
        className={styles.leave}
        disabledFocusable={leave.running}
        onClick={() => leave.run()}
      >
        {t('shell:practice.leave')}
      </Button>
      {leave.problem !== null && <ProblemCard problem={leave.problem} />}
    </section>
  );
}

/** Says that the cache could not be used and is empty now. */
export function SetAsideNotice({ setAside }: { readonly setAside: SetAside }) {
  const styles = useStyles();
  const { text, t } = useText();
  return (
    <div className={`${styles.bar} ${styles.offline}`} role="status">
      <DatabaseWarning20Regular aria-hidden="true" />
      <span className={styles.words}>
        <strong>{t('shell:setAside.title')}</strong> {setAsideWords(text, setAside)}
      </span>
    </div>
  );
}

/** Says what works without a network. */
export function OfflineNotice() {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={`${styles.bar} ${styles.offline}`} role="status">
      <CloudOff20Regular aria-hidden="true" />
      <span className={styles.words}>
        <strong>{t('shell:offline.title')}</strong> {t('shell:offline.body')}
      </span>
    </div>
  );
}
