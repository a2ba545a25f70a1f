import { Button, Link, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { GroupChanges, ResetReportFormat } from '../../../electron/contract/reset-report.ts';
import type { Reset } from '../../../electron/contract/reset.ts';
import { changeFacts, syncsAround } from '../../../text/reports/reset-changes.ts';
import { changedFacts } from '../../../text/reports/reset-report.ts';
import { resetResult } from '../../../text/words/reset-words.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import type { FileSaving } from '../../ui/use-saved-file.ts';
import { useText } from '../../ui/use-text.ts';
import { SavedReport, SaveReportMenu } from './save-report.tsx';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  fit: { width: 'fit-content' },
  ways: { display: 'flex', gap: '20px', flexWrap: 'wrap', alignItems: 'center' },
});

/** How a reset ended, what changed since, and its report. */
export function ResultCard({
  reset,
  connector,
  changes,
  report,
  copyButton,
  onAgain,
}: {
  readonly reset: Reset;
  readonly connector: ResetConnector;
  readonly changes: GroupChanges | null | undefined;
  readonly report: FileSaving<ResetReportFormat>;
  readonly copyButton: ReactNode;
  readonly onAgain: () => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const syncs = syncsAround(reset);
  const leaves = reset.purpose === 'offBoard';
  const facts = [
    ...(leaves ? [] : changedFacts(text, reset)),
    ...(changes === undefined ? [] : changeFacts(text, changes)),
  ];
  return (
    <Card title={t('reset:report.result')}>
      <Words role="status">{resetResult(text, reset, connector)}</Words>
      {facts.length > 0 && <Facts facts={facts.map(([label, value]) => ({ label, value }))} />}
      <Row gap={12} align="start">
        <SaveReportMenu report={report} primary />
        {copyButton}
      </Row>
      <SavedReport report={report} />
      {leaves && reset.state === 'finished' && (
        <>
          <Words>{t('reset:offBoard.forgetFirst')}</Words>
          <Button className={styles.fit} onClick={() => go(paths.forget(reset.tenantId))}>
            {t('reset:offBoard.forget')}
          </Button>
        </>
      )}
      <div className={styles.ways}>
        <Link href={hrefOf(paths.connection(reset.tenantId))}>{t('reset:toConnection')}</Link>
        {changes != null && syncs !== null && (
          <Link href={hrefOf(paths.changes(reset.tenantId, syncs))}>{t('reset:toChanges')}</Link>
        )}
        <Button appearance="subtle" onClick={onAgain}>
          {t(leaves ? 'reset:offBoard.again' : 'reset:again')}
        </Button>
      </div>
    </Card>
  );
}
