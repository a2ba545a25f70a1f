import { Button, makeStyles, tokens } from '@fluentui/react-components';
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

const useStyles = makeStyles({
  line: { margin: 0, maxWidth: '80ch' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
});

/** How the connector signs in, until when, and the way to the next credential. */
export function CredentialCard({ profile }: { readonly profile: Profile }) {
  const styles = useStyles();
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
        <p className={styles.line}>{t('connectors:credential.vendor')}</p>
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
        <p className={styles.line}>{t('connectors:credential.none')}</p>
      ) : (
        <Facts facts={facts} />
      )}
      {(state === 'soon' || state === 'expired') && (
        <p className={styles.line} role={state === 'expired' ? 'alert' : undefined}>
          {t(`connectors:credential.${state}`)}
        </p>
      )}
      {waits && <p className={styles.quiet}>{t('connectors:credential.waits')}</p>}
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
