import { Button, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowExport20Regular, Delete20Regular, Edit20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useSavedFile } from '../../ui/use-saved-file.ts';
import { paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { ConnectorCustomers } from './connector-customers.tsx';
import { ConnectorFacts } from './connector-facts.tsx';
import { CredentialCard } from './credential-card.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { RegisteredCard } from './registered-card.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { WithConnector } from './with-connector.tsx';

const useStyles = makeStyles({
  cards: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '20px' },
});

/** One connector: what it is, how it signs in and until when, and which customers use it. */
export function ConnectorPage({ profileId }: { readonly profileId: string }) {
  return (
    <WithConnector profileId={profileId}>
      {(profile, customers) => <Loaded profile={profile} customers={customers} />}
    </WithConnector>
  );
}

function Loaded({
  profile,
  customers,
}: {
  readonly profile: Profile;
  readonly customers: readonly TenantRow[];
}) {
  const styles = useStyles();
  const { t } = useText();
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  const close = () => setDialog(null);
  const engine = useEngine();
  const file = useSavedFile(() => engine.profiles.save({ profileId: profile.id }));
  const { length } = customers;
  return (
    <Page
      title={profile.name}
      back={{ path: paths.connectors(), label: t('connectors:title') }}
      actions={
        <>
          <Button icon={<Edit20Regular />} onClick={() => setDialog('edit')}>
            {t('connectors:page.edit')}
          </Button>
          <Button
            icon={<ArrowExport20Regular />}
            disabledFocusable={file.running}
            onClick={() => file.save()}
          >
            {t('connectors:page.export')}
          </Button>
          <BlockableButton
            appearance="subtle"
            icon={<Delete20Regular />}
            blocked={length === 0 ? null : t('connectors:page.removeBlocked', { count: length })}
            onPress={() => setDialog('remove')}
          >
            {t('connectors:page.remove')}
          </BlockableButton>
        </>
      }
    >
      <div role="status" className={file.path === null ? 'visually-hidden' : undefined}>
        {file.path !== null && (
          <MessageBar intent="success">
            <MessageBarBody>{t('connectors:page.exported', { path: file.path })}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {file.problem !== null && (
        <ProblemCard problem={file.problem} heading={t('connectors:page.exportFailed')} />
      )}
      <div className={styles.cards}>
        <CredentialCard profile={profile} />
        <ConnectorFacts profile={profile} />
        <ConnectorCustomers customers={customers} />
        {profile.owner === 'ours' && <RegisteredCard profile={profile} />}
      </div>
      {dialog === 'edit' && <EditDialog profile={profile} onClose={close} />}
      {dialog === 'remove' && <RemoveDialog profile={profile} onClose={close} />}
    </Page>
  );
}
