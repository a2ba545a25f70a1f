import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { RegisteredCredential } from '../../../electron/contract/replacement.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { PortalWay } from './portal-way.tsx';
import { RegisteredTable } from './registered-table.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { Quiet } from '../../ui/words.tsx';

/** The certificates and secrets of the registration, one for each computer, and how to retire one. */
export function RegisteredCard({ profile }: { readonly profile: Profile }) {
  const { t } = useText();
  const offline = useOffline();
  const engine = useEngine();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [retiring, setRetiring] = useState<RegisteredCredential | null>(null);
  const queryKey = keys.registered(profile.id);
  const answer = useQuery({
    queryKey,
    queryFn: ({ signal }) => engine.credentials.registered({ profileId: profile.id }, { signal }),
    enabled: asked && !offline,
  });
  const read = () => {
    setAsked(true);
    if (asked) void queries.invalidateQueries({ queryKey });
  };
  const list = answer.data;
  const problem = answer.isError ? problemFrom(answer.error) : (list?.problem ?? null);
  const words = answer.isFetching ? 'reading' : list === undefined ? 'read' : 'readAgain';
  return (
    <Card title={t('connectors:registered.title')}>
      <Quiet measure={90}>{t('connectors:registered.lead')}</Quiet>
      {problem !== null && (
        <ProblemCard problem={problem} tone="warning" heading={t('connectors:registered.cannot')} />
      )}
      {problem !== null && list?.ownTenantId != null && (
        <Quiet measure={90}>
          {t('connectors:registered.grantOwn', { tenantId: list.ownTenantId })}
        </Quiet>
      )}
      {list !== undefined && problem === null && (
        <RegisteredTable credentials={list.credentials} onRetire={setRetiring} />
      )}
      <div>
        <BlockableButton
          blocked={offline ? t('connectors:registered.offline') : null}
          onPress={read}
        >
          {t(`connectors:registered.${words}`)}
        </BlockableButton>
      </div>
      <PortalWay name={profile.name} url={list?.portalUrl ?? null} />
      {retiring !== null && (
        <RetireDialog credential={retiring} onClose={() => setRetiring(null)}>
          <PortalWay name={profile.name} url={list?.portalUrl ?? null} />
        </RetireDialog>
      )}
    </Card>
  );
}
