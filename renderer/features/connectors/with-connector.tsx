import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { useConnectors } from './use-connector.ts';

/** Shows one connector when it has been fetched, or why it can't be shown. */
export function WithConnector({
  profileId,
  children,
}: {
  readonly profileId: string;
  readonly children: (profile: Profile, customers: readonly TenantRow[]) => ReactNode;
}) {
  const { t } = useText();
  const { connectors, problem } = useConnectors();
  if (connectors === null && problem === null) return <Spinner label={t('common:loading')} />;
  const profile = connectors?.profiles.find(({ id }) => id === profileId);
  if (connectors !== null && profile !== undefined) {
    return children(profile, connectors.customersOf(profileId));
  }
  return (
    <Page
      title={t('connectors:title')}
      back={{ path: paths.connectors(), label: t('connectors:title') }}
    >
      <ProblemCard problem={problem ?? { code: 'profile.unknown', params: {}, retry: 'never' }} />
    </Page>
  );
}
