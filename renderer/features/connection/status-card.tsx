import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import { failuresOf } from '../../client/failures.ts';
import { nextStep } from '../../../text/words/status-words.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { StatusIndicator } from '../../ui/status-indicator.tsx';
import { useText } from '../../ui/use-text.ts';
import { GrantDialog } from './grant-dialog.tsx';
import { KitDialog } from './kit-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { mayOfferSignIn, StatusButtons } from './status-buttons.tsx';
import type { StatusDialog } from './status-buttons.tsx';
import { StatusReasons } from './status-reasons.tsx';
import { TenantIdentity } from './tenant-identity.tsx';
import type { ConnectionActions } from './use-connection-actions.ts';
import { Quiet } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    padding: '28px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  top: { display: 'flex', gap: '24px', justifyContent: 'space-between', flexWrap: 'wrap' },
  say: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  next: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  heading: { margin: 0, font: 'inherit' },
});

/** The indicator, what it means, and the buttons: one of them is the next step. */
export function StatusCard({
  connection,
  actions,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const [dialog, setDialog] = useState<StatusDialog | null>(null);
  const { status, tenant } = connection;
  const { test, begin, signIn, cancelSignIn, removeHere, ask } = actions;
  const failed = failuresOf([test, begin, signIn, cancelSignIn, removeHere, ask]);
  const dialogs = { connection, actions, onClose: () => setDialog(null) };
  return (
    <section className={styles.card} aria-label={t('connection:title')}>
      <div className={styles.top}>
        <div className={styles.say} role="status">
          <h2 className={styles.heading}>
            <StatusIndicator status={status} size="large" />
          </h2>
          <p className={styles.next}>{nextStep(text, status)}</p>
        </div>
        <TenantIdentity tenant={tenant} />
      </div>
      <StatusButtons connection={connection} actions={actions} onOpen={setDialog} />
      {signIn.running && (
        <Row gap={8} align="start" role="status">
          <Spinner size="tiny" label={t('connection:signingIn')} />
          <Button size="small" onClick={() => cancelSignIn.run()}>
            {t('connection:cancelSignIn')}
          </Button>
        </Row>
      )}
      {mayOfferSignIn(connection, actions) && <Quiet>{t('connection:signInWhy')}</Quiet>}
      {failed.map(({ key, problem }) => (
        <ProblemCard key={key} problem={problem} heading={t('connection:actionFailed')} />
      ))}
      <StatusReasons connection={connection} actions={actions} />
      <GrantDialog {...dialogs} open={dialog === 'grant'} />
      <KitDialog {...dialogs} open={dialog === 'ask'} />
      <RemoveDialog {...dialogs} open={dialog === 'remove'} />
    </section>
  );
}
