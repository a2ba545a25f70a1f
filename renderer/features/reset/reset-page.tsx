import { Button, Link, makeStyles, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reset } from '../../../electron/contract/reset.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine, useHost } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../text/customer-name.ts';
import { changedFacts, resetReport } from '../../text/reset-report.ts';
import { resetResult } from '../../text/reset-words.ts';
import type { ResetConnector } from '../../text/reset-words.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { BeginCard } from './begin-card.tsx';
import { CurrentStep } from './current-step.tsx';
import { StepList } from './step-list.tsx';
import { useReset } from './use-reset.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(260px, 2fr)',
    gap: '20px',
    alignItems: 'start',
    '@media (max-width: 1050px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { margin: 0 },
  buttons: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'center' },
});

/** The guided reset: one step at a time, and all of them beside it. */
export function ResetPage({ tenant }: { readonly tenant: TenantRow }) {
  const styles = useStyles();
  const { text, t } = useText();
  const engine = useEngine();
  const practice = useHost().workspace === 'practice';
  const { tenantId } = tenant;
  const [again, setAgain] = useState(false);
  const view = useReset(tenantId);
  const connection = useQuery({
    queryKey: keys.connection(tenantId),
    queryFn: () => engine.tenants.get({ tenantId }),
  });
  const connector: ResetConnector | null = connection.data?.profile ?? null;
  const { reset } = view;
  const isBefore = reset === null || (again && reset.endedAt !== null);
  const name = customerName(tenant);
  const problem = view.problem ?? (connection.error && problemFrom(connection.error));
  return (
    <Page
      title={t('reset:title')}
      documentTitle={`${name} · ${t('reset:title')}`}
      lead={t('reset:lead')}
      back={{ path: paths.connection(tenantId), label: name }}
      actions={
        reset !== null &&
        connector !== null && (
          <CopyButton
            label={t('reset:report.copy')}
            value={() => resetReport(text, { tenant, connector, practice }, reset, Date.now())}
          />
        )
      }
    >
      {problem !== null && <ProblemCard problem={problem} />}
      {problem === null && (view.loading || connector === null) && (
        <Spinner label={t('common:loading')} />
      )}
      {!view.loading && isBefore && <BeginCard tenantId={tenantId} begin={view.begin} />}
      {reset !== null && !isBefore && connector !== null && (
        <div className={styles.columns}>
          {reset.state === 'finished' || reset.state === 'abandoned' ? (
            <Card title={t('reset:report.result')}>
              <p className={styles.words} role="status">
                {resetResult(text, reset, connector)}
              </p>
              <Facts
                facts={changedFacts(text, reset).map(([label, value]) => ({ label, value }))}
              />
              <Ended reset={reset} onAgain={() => setAgain(true)} />
            </Card>
          ) : (
            <CurrentStep step={reset.state} reset={reset} connector={connector} act={view.act} />
          )}
          <StepList reset={reset} connector={connector} />
        </div>
      )}
    </Page>
  );
}

function Ended({ reset, onAgain }: { readonly reset: Reset; readonly onAgain: () => void }) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={styles.buttons}>
      <Link href={hrefOf(paths.connection(reset.tenantId))}>{t('reset:toConnection')}</Link>
      <Button appearance="subtle" onClick={onAgain}>
        {t('reset:again')}
      </Button>
    </div>
  );
}
