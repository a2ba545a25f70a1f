import { makeStyles, tokens } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons';
import type { RestoreOutcome } from '../../../electron/contract/backup.ts';
import { useText } from '../../ui/use-text.ts';
import { Quiet, Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '12px' },
  table: { borderCollapse: 'collapse', textAlign: 'left', maxWidth: '760px' },
  cell: {
    padding: '6px 16px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, paddingLeft: '20px' },
  credential: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: '4px 12px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const columns = ['added', 'already', 'differing', 'notTaken'] as const;
/** The most names that are listed; the table has the full count. */
const mostNamed = 20;

/** What a backup contains, would add, or added. */
export function OutcomeView({ outcome }: { readonly outcome: RestoreOutcome }) {
  const styles = useStyles();
  const { t, time, number } = useText();
  const { counts, differing, forgotten, withoutCredential } = outcome;
  return (
    <div className={styles.box}>
      <Words>{t('backup:bring.madeAt', { at: time(outcome.madeAt) })}</Words>
      <table className={styles.table} aria-label={t('backup:table.caption')}>
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              {t('backup:table.subject')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${styles.cell} ${styles.number}`}>
                {t(`backup:table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.subject} data-subject={count.subject}>
              <th scope="row" className={styles.cell}>
                {t(`backup:subject.${count.subject}`)}
              </th>
              {columns.map((column) => (
                <td key={column} className={`${styles.cell} ${styles.number}`} data-count={column}>
                  {number(count[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {counts.some(({ notTaken }) => notTaken > 0) && <Quiet>{t('backup:notTakenWhy')}</Quiet>}
      {differing.length > 0 && (
        <div>
          <Words>{t('backup:differing')}</Words>
          <ul className={styles.list}>
            {differing.slice(0, mostNamed).map(({ subject, name }) => (
              <li key={`${subject} ${name}`}>
                {t('backup:differingRow', { subject: t(`backup:subject.${subject}`), name })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {forgotten.length > 0 && (
        <Words>{t('backup:forgotten', { names: forgotten.slice(0, mostNamed).join(', ') })}</Words>
      )}
      {withoutCredential.length > 0 && (
        <div className={styles.credential}>
          <KeyRegular fontSize={20} aria-hidden="true" />
          <Words>
            {t('backup:withoutCredential', {
              count: withoutCredential.length,
              names: withoutCredential.map(({ name }) => name).join(', '),
            })}
          </Words>
          <span />
          <Quiet>{t('backup:withoutCredentialWhy')}</Quiet>
        </div>
      )}
    </div>
  );
}
