import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { credentialState } from '../../../text/words/credential-words.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { Fact } from '../../ui/facts.tsx';
import { go, paths } from '../../ui/router.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { CredentialEnd } from './credential-end.tsx';
import { Quiet, Words } from '../../ui/words.tsx';

/** How the connector signs in, until when, and the button for the next credential. */
export function CredentialCard({ profile }: { readonly profile: Profile }) {
  const { t } = useText();
  const now = useNow();
  const engine = useEngine();
  const waiting = useQuery({
    queryKey: keys.waiting(profile.id),
    queryFn: () => engine.credentials.waiting({ profileId: profile.id }),
    enabled: profile.owner === 'ours',
  });
  if (profile.owner === 'vendor') {
    return (
      <Card title={t('connectors:credential.title')}>
        <Words measure={80}>{t('connectors:credential.vendor')}</Words>
      </Card>
    );
  }
  const { credential } = profile;
  const state = credentialState(profile, now);
  const waits = waiting.data !== undefined && waiting.data !== null;
  const facts: readonly Fact[] =
    credential === null
      ? []
      : [
          {
            label: t('connectors:credential.kind'),
            value: t(`connectors:kind.${credential.kind}`),
          },
          { label: t('connectors:credential.end'), value: <CredentialEnd profile={profile} /> },
          ...(credential.thumbprint === null
            ? []
            : [{ label: t('connectors:credential.thumbprint'), value: credential.thumbprint }]),
        ];
  const button = waits ? 'goOn' : credential === null ? 'give' : 'replace';
  return (
    <Card title={t('connectors:credential.title')}>
      {credential === null ? (
        <Words measure={80}>{t('connectors:credential.none')}</Words>
      ) : (
        <Facts facts={facts} />
      )}
      {(state === 'soon' || state === 'expired') && (
        <Words measure={80} role={state === 'expired' ? 'alert' : undefined}>
          {t(`connectors:credential.${state}`)}
        </Words>
      )}
      {waits && <Quiet measure={80}>{t('connectors:credential.waits')}</Quiet>}
      <div>
        <Button
          appearance={state === 'fine' && !waits ? 'secondary' : 'primary'}
          onClick={() => go(paths.connectorCredential(profile.id))}
        >
          {t(`connectors:credential.${button}`)}
        </Button>
      </div>
    </Card>
  );
}
