import { Button, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { untilListIsOld } from '../client/connections.ts';
import { useEngine, useHost } from '../client/engine-context.tsx';
import { problemFrom } from '../client/problem-from.ts';
import { keys } from '../client/queries.ts';
import { ProblemCard } from '../ui/problem-card.tsx';
import { useText } from '../ui/use-text.ts';
import { LockScreen } from './lock-screen.tsx';
import { Notice } from './notice.tsx';
import { RefusedScreen } from './refused-screen.tsx';
import { Shell } from './shell.tsx';

/** Shows the screens only if the data is open. */
export function Gate() {
  const host = useHost();
  if (host.state === 'locked') return <LockScreen />;
  if (host.state === 'refused') return <RefusedScreen problem={host.problem} />;
  return <Ready />;
}

function Ready() {
  const engine = useEngine();
  const { t } = useText();
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const tenants = useQuery({
    queryKey: keys.tenants(),
    queryFn: () => engine.tenants.list(),
    refetchInterval: ({ state }) => untilListIsOld(state, Date.now()),
  });
  if (profiles.isPending || tenants.isPending) {
    return <Spinner label={t('common:loading')} style={{ height: '100%' }} />;
  }
  if (profiles.data === undefined || tenants.data === undefined) {
    const retry = async () => {
      await Promise.all([profiles.refetch(), tenants.refetch()]);
    };
    return <NotRead error={profiles.error ?? tenants.error} onRetry={() => void retry()} />;
  }
  return <Shell profiles={profiles.data} tenants={tenants.data} />;
}

/** Unknown data is not shown as empty: a window without its customers would look like a new computer. */
function NotRead({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useText();
  return (
    <Notice title={t('shell:notRead')}>
      <ProblemCard problem={problemFrom(error)}>
        <Button size="small" onClick={onRetry}>
          {t('common:retry')}
        </Button>
      </ProblemCard>
    </Notice>
  );
}
