import { makeStyles, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { DemandsCard } from './demands-card.tsx';
import { SignedInCard } from './signed-in-card.tsx';

const useStyles = makeStyles({ cards: { display: 'grid', gap: '20px', maxWidth: '980px' } });

/** Customers that require a separate sign-in, and the accounts that are signed in. */
export function AccountsPage({ tenants }: { readonly tenants: readonly TenantRow[] }) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const demands = useQuery({
    queryKey: keys.demands(),
    queryFn: () => engine.accounts.demands(),
  });
  const accounts = useQuery({ queryKey: keys.accounts(), queryFn: () => engine.accounts.list() });
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const failed = demands.error ?? accounts.error;
  return (
    <Page title={t('accounts:title')} lead={t('accounts:lead')}>
      {failed !== null && <ProblemCard problem={problemFrom(failed)} />}
      {demands.data === undefined || accounts.data === undefined ? (
        failed === null && <Spinner label={t('common:loading')} />
      ) : (
        <div className={styles.cards}>
          <DemandsCard demands={demands.data} tenants={tenants} profiles={profiles.data ?? []} />
          <SignedInCard accounts={accounts.data} profiles={profiles.data ?? []} />
        </div>
      )}
    </Page>
  );
}
