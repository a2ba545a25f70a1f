import { makeStyles, tokens } from '@fluentui/react-components';
import type { ImportRow } from '../../../electron/contract/tenant-import.ts';
import { describeProblem } from '../../../text/words/problem-text.ts';
import { TagList } from '../../ui/tag-list.tsx';
import { useText } from '../../ui/use-text.ts';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  // A table without focusable content: its box is focusable, so that the keyboard can scroll it.
  box: {
    overflow: 'auto',
    maxHeight: '60vh',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  table: { borderCollapse: 'collapse', width: '100%', textAlign: 'left' },
  head: {
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: '10px 16px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '8px 16px',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'break-word',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { margin: 0 },
  refused: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

const columns = ['line', 'domain', 'alias', 'tags', 'connector', 'outcome'] as const;

/** Every row of the file with its result. */
export function PreviewTable({ rows }: { readonly rows: readonly ImportRow[] }) {
  const styles = useStyles();
  const { t, number } = useText();
  return (
    <div
      className={styles.box}
      role="region"
      aria-label={t('importing:table')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={t('importing:table')}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={styles.head}>
                {t(`importing:column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} data-outcome={row.outcome.kind}>
              <td className={styles.cell}>{number(row.line)}</td>
              <td className={styles.cell}>
                <bdi>{row.domainOrId || t('common:none')}</bdi>
              </td>
              <td className={styles.cell}>
                <bdi>{row.alias}</bdi>
                {row.notes !== null && <Words>{row.notes}</Words>}
              </td>
              <td className={styles.cell}>
                <TagList tags={row.tags} label={t('customer:tags')} />
              </td>
              <td className={styles.cell}>{row.connector ?? t('common:unknown')}</td>
              <td className={styles.cell}>
                <Outcome row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Outcome({ row: { outcome } }: { readonly row: ImportRow }) {
  const styles = useStyles();
  const { text, t } = useText();
  switch (outcome.kind) {
    case 'new':
      return t('importing:outcome.new');
    case 'alreadyHere':
      return <span className={styles.quiet}>{t('importing:outcome.alreadyHere', outcome)}</span>;
    case 'sameAs':
      return <span className={styles.quiet}>{t('importing:outcome.sameAs', outcome)}</span>;
    case 'refused': {
      const words = describeProblem(text, outcome.problem);
      return (
        <>
          <p className={`${styles.words} ${styles.refused}`}>{words.meaning}</p>
          {words.cure !== null && <Words>{words.cure}</Words>}
        </>
      );
    }
  }
}
