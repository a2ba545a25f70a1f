import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeptSync } from '../../../electron/contract/sync.ts';
import { Card } from '../../ui/card.tsx';
import { useText } from '../../ui/use-text.ts';
import { HistoryChart } from './history-chart.tsx';
import { HistoryTable } from './history-table.tsx';

const useStyles = makeStyles({
  line: {
    margin: 0,
    display: 'flex',
    gap: '16px',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    color: tokens.colorNeutralForeground3,
  },
});

/** A customer's stored syncs as a chart, and on request as a table. */
export function HistoryCard({ history }: { readonly history: readonly KeptSync[] }) {
  const styles = useStyles();
  const { t } = useText();
  const [asTable, setAsTable] = useState(false);
  return (
    <Card title={t('changes:history.title')}>
      <HistoryChart history={history} />
      <div className={styles.line}>
        <span>{t('changes:history.key')}</span>
        <Button
          appearance="subtle"
          size="small"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t('changes:history.hideTable') : t('changes:history.showTable')}
        </Button>
      </div>
      {asTable && <HistoryTable history={history} />}
    </Card>
  );
}
