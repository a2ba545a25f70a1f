import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Reset } from '../../../electron/contract/reset.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { resetResult } from '../../../text/words/reset-words.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { Card } from '../../ui/card.tsx';
import { useText } from '../../ui/use-text.ts';
import { SavedReport, SaveReportMenu, useSavedReport } from './save-report.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  row: {
    display: 'flex',
    gap: '12px',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Earlier resets of this customer, each with its report; nothing if there is none. */
export function EarlierResets({
  tenantId,
  shown,
  connector,
}: {
  readonly tenantId: string;
  /** The reset that the page already shows. */
  readonly shown: Reset | null;
  readonly connector: ResetConnector;
}) {
  const styles = useStyles();
  const { t } = useText();
  const { resets } = useEngine();
  const answer = useQuery({
    queryKey: keys.earlierResets(tenantId),
    queryFn: () => resets.ended({ tenantId }),
  });
  const earlier = (answer.data ?? []).filter(({ id }) => id !== shown?.id);
  if (earlier.length === 0) return null;
  return (
    <Card title={t('reset:earlier.title')}>
      <ul className={styles.list}>
        {earlier.map((reset) => (
          <Earlier key={reset.id} reset={reset} connector={connector} />
        ))}
      </ul>
    </Card>
  );
}

function Earlier({
  reset,
  connector,
}: {
  readonly reset: Reset;
  readonly connector: ResetConnector;
}) {
  const styles = useStyles();
  const { text, t, time } = useText();
  const report = useSavedReport(reset);
  const what = t(reset.purpose === 'offBoard' ? 'reset:offBoard.name' : 'reset:title');
  return (
    <li>
      <div className={styles.row}>
        <span>
          {t('reset:earlier.row', { what, by: reset.startedBy, at: time(reset.startedAt) })}
          <br />
          <span className={styles.quiet}>{resetResult(text, reset, connector)}</span>
        </span>
        <SaveReportMenu report={report} />
      </div>
      <SavedReport report={report} />
    </li>
  );
}
