import { Button, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { Demand } from '../../../electron/contract/account.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine, useHost, useOffline } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { SubjectProvider } from '../../ui/subject.ts';
import { useText } from '../../ui/use-text.ts';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  row: { display: 'grid', gap: '8px' },
  head: { display: 'flex', gap: '4px 16px', flexWrap: 'wrap', alignItems: 'baseline' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** One customer: what it requires, who can do it, and the button that does it. */
export function DemandRow({
  demand,
  tenant,
  profile,
}: {
  readonly demand: Demand;
  /** Null for a customer that was removed. */
  readonly tenant: TenantRow | null;
  readonly profile: Profile | null;
}) {
  const styles = useStyles();
  const { t, time } = useText();
  const practice = useHost().workspace === 'practice';
  const { tenantId, kind, problem, account } = demand;
  const correlationId = problem.raw?.correlationId;
  const subject = {
    tenant,
    profile,
    account: account === '' ? null : account,
    servicePrincipalId: null,
    practice,
    ticket: null,
  };
  return (
    <li className={styles.row} data-demand={tenantId} data-kind={kind}>
      <div className={styles.head}>
        {tenant === null ? (
          <code>{tenantId}</code>
        ) : (
          <Link className={styles.name} href={hrefOf(paths.connection(tenantId))}>
            {customerName(tenant)}
          </Link>
        )}
        <span className={styles.quiet}>
          {account === '' ? t('accounts:demands.asNobody') : t('accounts:demands.as', { account })}
          {' · '}
          <time dateTime={demand.at}>{time(demand.at)}</time>
        </span>
      </div>
      <SubjectProvider value={subject}>
        <ProblemCard problem={problem} tone="warning">
          <SignIn
            tenantId={tenantId}
            customer={tenant === null ? tenantId : customerName(tenant)}
            primary={kind === 'signIn'}
          />
        </ProblemCard>
      </SubjectProvider>
      {kind === 'administrator' && (
        <>
          <Words>{t('accounts:demands.showAdministrator')}</Words>
          {correlationId !== undefined && (
            <Facts
              facts={[
                {
                  label: t('accounts:demands.correlation'),
                  value: <code>{correlationId}</code>,
                  copy: correlationId,
                },
              ]}
            />
          )}
        </>
      )}
    </li>
  );
}

/** Opens the customer's own sign-in page with its demands, and waits for the browser. */
function SignIn({
  tenantId,
  customer,
  primary,
}: {
  readonly tenantId: string;
  readonly customer: string;
  readonly primary: boolean;
}) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const look = () => void queries.invalidateQueries({ queryKey: ['accounts'] });
  const signIn = useAction(() => engine.grants.signIn({ tenantId }), look);
  const cancel = useAction(() => engine.grants.cancelSignIn({ tenantId }));
  if (signIn.running) {
    return (
      <>
        <Spinner size="tiny" label={t('accounts:demands.signingIn')} />
        <Button size="small" onClick={() => cancel.run(undefined)}>
          {t('accounts:demands.cancel')}
        </Button>
      </>
    );
  }
  return (
    <>
      {signIn.problem !== null && signIn.problem.code !== 'cancelled' && (
        <ProblemCard problem={signIn.problem} heading={t('accounts:demands.failed')} />
      )}
      <BlockableButton
        appearance={primary ? 'primary' : 'secondary'}
        blocked={offline ? t('connection:offlineSignIn') : null}
        onPress={() => signIn.run(undefined)}
      >
        {t('accounts:demands.signIn', { customer })}
      </BlockableButton>
    </>
  );
}
