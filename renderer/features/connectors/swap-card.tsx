import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { WaitingCertificate } from '../../../electron/contract/replacement.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { dayWords } from '../../../text/words/format.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useSavedFile } from '../../ui/use-saved-file.ts';
import { useText } from '../../ui/use-text.ts';
import { PortalWay } from './portal-way.tsx';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  cards: { display: 'grid', gap: '20px', gridTemplateColumns: 'minmax(0, 1fr)' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
});

/** A pending certificate: add it to the registration, have Microsoft accept it, swap. */
export function SwapCard({
  profile,
  waiting,
  hasCustomers,
  onSwapped,
}: {
  readonly profile: Profile;
  readonly waiting: WaitingCertificate;
  readonly hasCustomers: boolean;
  readonly onSwapped: (ended: { readonly testedIn: string | null }) => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.cards}>
      <AddCard profile={profile} waiting={waiting} hasCustomers={hasCustomers} />
      <AcceptCard profileId={profile.id} hasCustomers={hasCustomers} onSwapped={onSwapped} />
    </div>
  );
}

/** The certificate and the ways to add it to the registration. */
function AddCard({
  profile,
  waiting,
  hasCustomers,
}: {
  readonly profile: Profile;
  readonly waiting: WaitingCertificate;
  readonly hasCustomers: boolean;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const offline = useOffline();
  const { credentials } = useEngine();
  const input = { profileId: profile.id };
  // The registration's tenant is known through its customers; without any, the clicks are shown.
  const registered = useQuery({
    queryKey: keys.registered(profile.id),
    queryFn: ({ signal }) => credentials.registered(input, { signal }),
    enabled: hasCustomers && !offline,
  });
  const file = useSavedFile(() => credentials.saveCertificate(input));
  return (
    <Card title={t('connectors:replace.add')}>
      <Facts
        facts={[
          { label: t('connectors:registered.name'), value: waiting.name },
          { label: t('connectors:registered.thumbprint'), value: waiting.portalThumbprint },
          { label: t('connectors:registered.ends'), value: dayWords(text, waiting.expiresAt) },
        ]}
      />
      <Row gap={8} align="start">
        <Button appearance="primary" disabledFocusable={file.running} onClick={() => file.save()}>
          {t('connectors:replace.save')}
        </Button>
        <CopyButton label={t('connectors:replace.copy')} value={() => waiting.certificatePem} />
      </Row>
      <p className={file.path === null ? 'visually-hidden' : styles.quiet} role="status">
        {file.path !== null && t('connectors:replace.saved', { path: file.path })}
      </p>
      {file.problem !== null && <ProblemCard problem={file.problem} />}
      <Words measure={80}>{t('connectors:replace.addWay')}</Words>
      {waiting.scripts.length > 0 && (
        <>
          <Words measure={80}>{t('connectors:replace.script')}</Words>
          <Row gap={8} align="start">
            {waiting.scripts.map(({ kind, text: script }) => (
              <CopyButton
                key={kind}
                label={t('connectors:replace.copyScript', {
                  kind: t(`setUp:register.kind.${kind}`),
                })}
                value={() => script}
              />
            ))}
          </Row>
        </>
      )}
      <PortalWay name={profile.name} url={registered.data?.portalUrl ?? null} />
    </Card>
  );
}

/** Has Microsoft accept the certificate, which then replaces the credential. */
function AcceptCard({
  profileId,
  hasCustomers,
  onSwapped,
}: {
  readonly profileId: string;
  readonly hasCustomers: boolean;
  readonly onSwapped: (ended: { readonly testedIn: string | null }) => void;
}) {
  const { t } = useText();
  const offline = useOffline();
  const { credentials } = useEngine();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: keys.profiles() });
  const swap = useAction(
    () => credentials.swap({ profileId }),
    async ({ testedIn }) => {
      onSwapped({ testedIn });
      await again();
    },
  );
  const giveUp = useAction(() => credentials.giveUp({ profileId }), again);
  return (
    <Card title={t('connectors:replace.swapTitle')}>
      <Words measure={80}>
        {t(hasCustomers ? 'connectors:replace.swapBody' : 'connectors:replace.swapBodyNone')}
      </Words>
      {swap.problem !== null && (
        <ProblemCard problem={swap.problem} heading={t('connectors:replace.refused')} />
      )}
      {swap.problem?.meaning === 'unknownKey' && (
        <Words measure={80}>{t('connectors:replace.wait')}</Words>
      )}
      <Row gap={8} align="start">
        <BlockableButton
          appearance="primary"
          {...(swap.running && { icon: <Spinner size="extra-tiny" /> })}
          blocked={offline && hasCustomers ? t('connectors:replace.offline') : null}
          onPress={() => !swap.running && swap.run(undefined)}
        >
          {t(swap.running ? 'connectors:replace.swapping' : 'connectors:replace.swap')}
        </BlockableButton>
        <Button
          appearance="subtle"
          disabledFocusable={swap.running}
          onClick={() => giveUp.run(undefined)}
        >
          {t('connectors:replace.giveUp')}
        </Button>
      </Row>
    </Card>
  );
}
