import { makeStyles, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../../../electron/contract/contract.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { connectionTicket } from '../../../text/reports/ticket.ts';
import { useCopy } from '../../ui/copy-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { SubjectProvider, useSubject } from '../../ui/subject.ts';
import { TicketActions } from '../../ui/ticket-actions.tsx';
import { useText } from '../../ui/use-text.ts';
import { AttemptCard } from './attempt-card.tsx';
import { IdentityCard } from './identity-card.tsx';
import { PermissionsCard } from './permissions-card.tsx';
import { QuietCard } from './quiet-card.tsx';
import { StatusCard } from './status-card.tsx';
import { VendorCard } from './vendor-card.tsx';
import { useConnectionActions } from './use-connection-actions.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
  },
});

/** A customer's connection: its status, why, and what to do now. */
export function ConnectionPage({
  tenantId,
  already,
}: {
  readonly tenantId: string;
  /** The customer was added again: say that it existed before. */
  readonly already: boolean;
}) {
  const { t } = useText();
  const engine = useEngine();
  const answer = useQuery({
    queryKey: keys.connection(tenantId),
    queryFn: () => engine.tenants.get({ tenantId }),
    // A green status expires with time: it is computed on each request.
    refetchInterval: 60_000,
  });
  if (answer.isError) {
    return (
      <Page
        title={t('connection:title')}
        back={{ path: paths.customers(), label: t('shell:customers') }}
      >
        <ProblemCard problem={problemFrom(answer.error)} />
      </Page>
    );
  }
  if (answer.data === undefined) return <Spinner label={t('common:loading')} />;
  return <Loaded connection={answer.data} already={already} />;
}

function Loaded({
  connection,
  already,
}: {
  readonly connection: Connection;
  readonly already: boolean;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const link = useCopy();
  const actions = useConnectionActions(connection.tenant.tenantId, link.copy);
  const { tenant, profile, lastTest, account } = connection;
  const name = customerName(tenant);
  const subject = {
    ...useSubject(),
    tenant,
    profile,
    account: lastTest?.account ?? account,
    servicePrincipalId: lastTest?.servicePrincipalId ?? null,
  };
  return (
    <Page
      title={name}
      documentTitle={`${name} · ${t('connection:title')}`}
      back={{ path: paths.customers(), label: t('shell:customers') }}
      actions={
        <TicketActions value={() => connectionTicket(text, connection, Date.now(), subject)} />
      }
    >
      {already && (
        <MessageBar intent="info">
          <MessageBarBody>{t('customers:already', { name })}</MessageBarBody>
        </MessageBar>
      )}
      <div role="status">
        {link.outcome === 'copied' && (
          <MessageBar intent="success">
            <MessageBarBody>{t('connection:grant.linkCopied')}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <SubjectProvider value={subject}>
        <div className={styles.columns}>
          <StatusCard connection={connection} actions={actions} />
          <AttemptCard connection={connection} actions={actions} />
          <VendorCard connection={connection} />
          <QuietCard connection={connection} actions={actions} />
          <PermissionsCard connection={connection} />
          <IdentityCard connection={connection} />
        </div>
      </SubjectProvider>
    </Page>
  );
}
