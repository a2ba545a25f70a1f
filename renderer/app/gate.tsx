import { Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEngine, useHost } from '../client/engine-context.tsx';
import { keys } from '../client/queries.ts';
import { useText } from '../ui/use-text.ts';
import { LockScreen } from './lock-screen.tsx';
import { RefusedScreen } from './refused-screen.tsx';
import { Shell } from './shell.tsx';

/** Shows the screens only where the data is open. */
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
    refetchInterval: 60_000,
  });
  if (profiles.isPending || tenants.isPending) {
    return <Spinner label={t('common:loading')} style={{ height: '100%' }} />;
  }
  return <Shell profiles={profiles.data ?? []} tenants={tenants.data ?? []} />;
}
