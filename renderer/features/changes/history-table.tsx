import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeptSync } from '../../../electron/contract/sync.ts';
import { useText } from '../../ui/use-text.ts';
import { counted } from './history-series.ts';

const useStyles = makeStyles({
  // A table without focusable content: its box is focusable, so that the keyboard can scroll it.
  box: { overflow: 'auto', maxHeight: '320px' },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    padding: '8px 16px 8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
});

/** The sync history in numbers, newest first. */
export function HistoryTable({ history }: { readonly history: readonly KeptSync[] }) {
  const styles = useStyles();
  const { t, time, number } = useText();
  return (
    <div
      className={styles.box}
      role="region"
      aria-label={t('changes:history.inNumbers')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table} aria-label={t('changes:history.title')}>
        <thead>
          <tr>
            {[
              t('changes:history.finished'),
              t('changes:history.read'),
              ...counted.map((what) => t(`changes:tab.${what}`)),
            ].map((heading) => (
              <th key={heading} scope="col" className={styles.cell}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.map((sync) => (
            <tr key={sync.id}>
              <th scope="row" className={styles.cell}>
                {time(sync.finishedAt)}
              </th>
              <td className={styles.cell}>{t(`changes:mode.${sync.mode}`)}</td>
              {counted.map((what) => (
                <td key={what} className={styles.cell}>
                  {number(sync.counts[what === 'people' ? 'users' : what])}
                  <span className={styles.quiet}>
                    {sync.changes === null
                      ? t('changes:history.firstSync')
                      : t('changes:history.change', {
                          added: number(sync.changes[what].added),
                          removed: number(sync.changes[what].removed),
                        })}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
