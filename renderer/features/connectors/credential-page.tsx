import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { NextCredentialForm } from './next-credential-form.tsx';
import { SwapCard } from './swap-card.tsx';
import { WithConnector } from './with-connector.tsx';

/**
 * Gives a connector its next credential; the current one is replaced only after Microsoft has accepted the
 * new one.
 */
export function CredentialPage({ profileId }: { readonly profileId: string }) {
  return (
    <WithConnector profileId={profileId}>
      {(profile, customers) => <Loaded profile={profile} customers={customers} />}
    </WithConnector>
  );
}

/** How a swap ended, and in which customer it was tested, if it was. */
interface Swapped {
  readonly testedIn: string | null;
}

function Loaded({
  profile,
  customers,
}: {
  readonly profile: Profile;
  readonly customers: readonly TenantRow[];
}) {
  const { t } = useText();
  const engine = useEngine();
  // The page keeps the words it opened with, even after the credential exists.
  const [replaces] = useState(profile.credential !== null);
  const [swapped, setSwapped] = useState<Swapped | null>(null);
  const waiting = useQuery({
    queryKey: keys.waiting(profile.id),
    queryFn: () => engine.credentials.waiting({ profileId: profile.id }),
  });
  return (
    <Page
      title={
        replaces
          ? t('connectors:replace.title')
          : t('connectors:replace.titleGive', { name: profile.name })
      }
      documentTitle={`${profile.name} · ${t('connectors:credential.title')}`}
      lead={t(replaces ? 'connectors:replace.lead' : 'connectors:replace.leadGive')}
      back={{ path: paths.connector(profile.id), label: t('connectors:replace.back') }}
    >
      {swapped === null ? (
        <>
          {waiting.isPending && <Spinner label={t('common:loading')} />}
          {waiting.isError && <ProblemCard problem={problemFrom(waiting.error)} />}
          {waiting.data === null && (
            <NextCredentialForm
              profile={profile}
              onSwapped={() => setSwapped({ testedIn: null })}
            />
          )}
          {waiting.data != null && (
            <SwapCard
              profile={profile}
              waiting={waiting.data}
              hasCustomers={customers.length > 0}
              onSwapped={setSwapped}
            />
          )}
        </>
      ) : (
        <Done customers={customers} swapped={swapped} replaces={replaces} />
      )}
    </Page>
  );
}

function Done({
  customers,
  swapped,
  replaces,
}: {
  readonly customers: readonly TenantRow[];
  readonly swapped: Swapped;
  readonly replaces: boolean;
}) {
  const { t } = useText();
  const customer = customers.find(({ tenantId }) => tenantId === swapped.testedIn);
  return (
    <div role="status">
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          {customer === undefined
            ? t('connectors:replace.doneUntested')
            : t('connectors:replace.done', { customer: customerName(customer) })}{' '}
          {replaces && t('connectors:replace.doneOld')}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
