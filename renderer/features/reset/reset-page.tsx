import { makeStyles, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import type { Reset, ResetPurpose } from '../../../electron/contract/reset.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine, useHost } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { resetReport } from '../../../text/reports/reset-report.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useSubject } from '../../ui/subject.ts';
import { useSavedFile } from '../../ui/use-saved-file.ts';
import { useText } from '../../ui/use-text.ts';
import { BeginCard } from './begin-card.tsx';
import { CoachCard } from './coach-card.tsx';
import { CurrentStep } from './current-step.tsx';
import { EarlierResets } from './earlier-resets.tsx';
import { HandedOverCard } from './handed-over-card.tsx';
import { ResultCard } from './result-card.tsx';
import { SavedReport, SaveReportMenu, useSavedReport } from './save-report.tsx';
import { StepList } from './step-list.tsx';
import { useGroupChanges } from './use-group-changes.ts';
import { useReset } from './use-reset.ts';
import type { ResetView } from './use-reset.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(260px, 2fr)',
    gap: '20px',
    alignItems: 'start',
    '@media (max-width: 1050px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    minWidth: 0,
    '@media (max-width: 1050px)': { display: 'contents' },
  },
});

/** The guided reset: one step at a time, with the list of all steps beside it. */
export function ResetPage({
  tenant,
  purpose,
}: {
  readonly tenant: TenantRow;
  /** What this page starts; an open reset is shown whatever its purpose. */
  readonly purpose: ResetPurpose;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const engine = useEngine();
  const practice = useHost().workspace === 'practice';
  const { tenantId } = tenant;
  const [again, setAgain] = useState(false);
  const file = useSavedFile(() => engine.resets.saveHandOver({ tenantId }));
  const view = useReset(tenantId, () => file.save());
  const connection = useQuery({
    queryKey: keys.connection(tenantId),
    queryFn: () => engine.tenants.get({ tenantId }),
  });
  const connector: ResetConnector | null = connection.data?.profile ?? null;
  const { reset } = view;
  const { ticket } = useSubject();
  const changes = useGroupChanges(reset);
  const report = useSavedReport(reset);
  const isOver = reset !== null && reset.endedAt !== null;
  const isBefore = reset === null || (isOver && (again || reset.purpose !== purpose));
  const shown = isBefore ? purpose : reset.purpose;
  const title = t(shown === 'offBoard' ? 'reset:offBoard.title' : 'reset:title');
  const isResult = reset?.endedAt != null && !isBefore;
  const name = customerName(tenant);
  const problem = view.problem ?? (connection.error && problemFrom(connection.error));
  const copyButton = reset !== null && connector !== null && (
    <CopyButton
      label={t('reset:report.copy')}
      value={() => {
        const subject = { tenant, connector, practice, ticket };
        const told = changes === undefined ? subject : { ...subject, changes };
        return resetReport(text, told, reset, Date.now());
      }}
    />
  );
  return (
    <Page
      title={title}
      documentTitle={`${name} · ${title}`}
      lead={t(shown === 'offBoard' ? 'reset:offBoard.lead' : 'reset:lead')}
      back={{ path: paths.connection(tenantId), label: name }}
      actions={
        reset !== null &&
        !isBefore &&
        !isResult && (
          <>
            <SaveReportMenu report={report} />
            {copyButton}
          </>
        )
      }
    >
      {!isBefore && !isResult && <SavedReport report={report} />}
      {problem !== null && <ProblemCard problem={problem} />}
      {problem === null && (view.loading || connector === null) && (
        <Spinner label={t('common:loading')} />
      )}
      {!view.loading && isBefore && (
        <>
          {purpose === 'reset' && <CoachCard tenant={tenant} state={null} />}
          <BeginCard tenantId={tenantId} purpose={purpose} begin={view.begin} />
        </>
      )}
      {reset !== null && !isBefore && connector !== null && (
        <div className={styles.columns}>
          <Main
            reset={reset}
            connector={connector}
            view={view}
            file={file}
            result={{
              changes,
              report,
              copyButton,
              onAgain: () => {
                report.forget();
                setAgain(true);
              },
            }}
          />
          <div className={styles.side}>
            {reset.purpose === 'reset' && <CoachCard tenant={tenant} state={reset.state} />}
            <StepList reset={reset} connector={connector} />
          </div>
        </div>
      )}
      {connector !== null && (
        <EarlierResets tenantId={tenantId} shown={isBefore ? null : reset} connector={connector} />
      )}
    </Page>
  );
}

/** The current step, or the result. */
function Main({
  reset,
  connector,
  view: { act },
  file,
  result,
}: {
  readonly reset: Reset;
  readonly connector: ResetConnector;
  readonly view: ResetView;
  readonly file: ComponentProps<typeof HandedOverCard>['file'];
  readonly result: Pick<
    ComponentProps<typeof ResultCard>,
    'changes' | 'report' | 'copyButton' | 'onAgain'
  >;
}) {
  if (reset.state === 'finished' || reset.state === 'abandoned') {
    return <ResultCard reset={reset} connector={connector} {...result} />;
  }
  if (reset.state === 'handedOver') {
    return <HandedOverCard reset={reset} connector={connector} act={act} file={file} />;
  }
  return (
    <CurrentStep
      step={reset.state}
      reset={reset}
      connector={connector}
      act={act}
      onHandOver={() => act.run({ kind: 'handOver', by: reset.holder })}
    />
  );
}
