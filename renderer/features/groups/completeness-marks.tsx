import { makeStyles, tokens } from '@fluentui/react-components';
import { Info20Regular } from '@fluentui/react-icons';
import type { CompletenessMark } from '../../../electron/contract/directory.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
});

/** Whether the membership list is complete, and if not, why. */
export function CompletenessMarks({ marks }: { readonly marks: readonly CompletenessMark[] }) {
  const styles = useStyles();
  const { t } = useText();
  if (marks.length === 0) return <Quiet>{t('groups:detail.complete')}</Quiet>;
  return (
    <section className={styles.box} aria-label={t('groups:detail.notComplete')}>
      <Info20Regular aria-hidden="true" />
      <div>
        <h2 className={styles.title}>{t('groups:detail.notComplete')}</h2>
        <ul className={styles.list}>
          {marks.map((mark) => (
            <li key={mark.kind}>
              {t(`groups:mark.${mark.kind}`)}
              {mark.problem !== null && <ProblemCard problem={mark.problem} tone="warning" />}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
