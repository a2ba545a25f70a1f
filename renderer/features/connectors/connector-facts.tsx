import type { Profile } from '../../../electron/contract/profile.ts';
import { permissionWords } from '../../../text/words/status-words.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useText } from '../../ui/use-text.ts';

/** What Evergrant knows about the registration, besides its credential. */
export function ConnectorFacts({ profile }: { readonly profile: Profile }) {
  const { text, t } = useText();
  const { backend } = profile;
  const inBackend =
    backend && [backend.name, backend.address, backend.words].filter(Boolean).join(' · ');
  return (
    <Card title={t('connectors:page.facts')}>
      <Facts
        facts={[
          {
            label: t('connectors:page.clientId'),
            value: profile.clientId,
            copy: profile.clientId,
          },
          { label: t('connectors:page.cloud'), value: profile.cloudLabel },
          {
            label: t('connectors:page.owner'),
            value: t(`connectors:owner.${profile.owner}`),
          },
          {
            label: t('connectors:page.permissions'),
            value: profile.requiredPermissions
              .map((permission) => permissionWords(text, permission))
              .join(', '),
          },
          {
            label: t('connectors:page.landingPage'),
            value: profile.landingPage ?? t('connectors:page.noLandingPage'),
          },
          {
            label: t('connectors:page.backend'),
            value: inBackend ?? t('connectors:page.noBackend'),
          },
        ]}
      />
    </Card>
  );
}
