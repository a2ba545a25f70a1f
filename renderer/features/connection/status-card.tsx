import {
  Button,
  makeStyles,
  Spinner,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import type { GrantStatus, StatusKind } from '../../../electron/contract/grant.ts';
import { useOffline } from '../../client/engine-context.tsx';
import { failuresOf } from '../../client/failures.ts';
import { nextStep } from '../../../text/words/status-words.ts';
import { go, paths } from '../../ui/router.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { StatusIndicator } from '../../ui/status-indicator.tsx';
import { useText } from '../../ui/use-text.ts';
import { GrantDialog } from './grant-dialog.tsx';
import { ReasonAction } from './reason-action.tsx';
import { KitDialog } from './kit-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RemovedReason } from './removed-reason.tsx';
import { TenantIdentity } from './tenant-identity.tsx';
import type { ConnectionActions } from './use-connection-actions.ts';

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
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'flex-start' },
  reasons: { display: 'grid', gap: '12px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Statuses in which granting is the next thing to do. */
const grantFirst: ReadonlySet<StatusKind> = new Set([
  'notGranted',
  'broken',
  'partial',
  'removed',
  'unknown',
]);

/** Whether there is something that the doctor could explain. */
function mayHaveCause({ kind, stale, attention }: GrantStatus): boolean {
  const isClear = kind === 'unknown' || kind === 'consenting' || kind === 'removed';
  if (isClear || kind === 'resetting') return false;
  return kind !== 'granted' || stale || attention.length > 0;
}

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
  const offline = useOffline();
  const [granting, setGranting] = useState(false);
  const [asking, setAsking] = useState(false);
  const [removing, setRemoving] = useState(false);
  const focusBack = useRestoreFocusTarget();
  const { status, account, tenant } = connection;
  // The indicator itself says that nothing was tested yet; whatever else is known stands below it.
  const reasons = status.reasons.filter(({ code }) => code !== 'grant.neverTested');
  const consenting = status.kind === 'consenting';
  const waiting = consenting || status.kind === 'propagating';
  // Nobody can sign in as a vendor's registration, so nothing would come of it.
  const isOurs = connection.profile.owner === 'ours';
  const mayOfferSignIn = isOurs && account === null && !consenting && !actions.signIn.running;
  const testing = actions.test.running;
  const { test, begin, signIn, cancelSignIn, removeHere, ask } = actions;
  const failed = failuresOf([test, begin, signIn, cancelSignIn, removeHere, ask]);
  const openReset = status.reset;
  const resetting = openReset !== undefined;
  const blockedByReset = resetting ? t('connection:resetOpen') : null;
  const primary = (isPrimary: boolean) => (isPrimary ? 'primary' : 'secondary');
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
      <div className={styles.buttons}>
        {openReset !== undefined && (
          <Button
            appearance="primary"
            onClick={() => go(paths.openReset(tenant.tenantId, openReset.purpose))}
          >
            {t('connection:continueReset')}
          </Button>
        )}
        <BlockableButton
          appearance={primary(grantFirst.has(status.kind))}
          blocked={blockedByReset ?? (offline ? t('connection:offlineGrant') : null)}
          onPress={() => setGranting(true)}
        >
          {t('connection:grant.button')}
        </BlockableButton>
        <BlockableButton
          appearance={primary(!grantFirst.has(status.kind) && !waiting && !resetting)}
          {...(testing && { icon: <Spinner size="extra-tiny" /> })}
          blocked={offline ? t('connection:offlineTest') : null}
          onPress={() => !testing && actions.test.run()}
        >
          {testing ? t('connection:testing') : t('connection:test')}
        </BlockableButton>
        {mayOfferSignIn && (
          <BlockableButton
            blocked={offline ? t('connection:offlineSignIn') : null}
            onPress={() => actions.signIn.run()}
          >
            {t('connection:signIn')}
          </BlockableButton>
        )}
        {mayHaveCause(status) && (
          <Button onClick={() => go(paths.cause(tenant.tenantId))}>{t('doctor:button')}</Button>
        )}
        {grantFirst.has(status.kind) && connection.quietWatch?.reason !== 'asked' && (
          <Button {...focusBack} onClick={() => setAsking(true)}>
            {t('asked:button')}
          </Button>
        )}
        {status.kind !== 'removed' && (
          <BlockableButton
            {...focusBack}
            appearance="subtle"
            blocked={blockedByReset}
            onPress={() => setRemoving(true)}
          >
            {t('connection:removeHere')}
          </BlockableButton>
        )}
      </div>
      {actions.signIn.running && (
        <div className={styles.buttons} role="status">
          <Spinner size="tiny" label={t('connection:signingIn')} />
          <Button size="small" onClick={() => actions.cancelSignIn.run()}>
            {t('connection:cancelSignIn')}
          </Button>
        </div>
      )}
      {mayOfferSignIn && <p className={styles.quiet}>{t('connection:signInWhy')}</p>}
      {failed.map(({ key, problem }) => (
        <ProblemCard key={key} problem={problem} heading={t('connection:actionFailed')} />
      ))}
      {reasons.length > 0 && (
        <div className={styles.reasons} role="group" aria-label={t('connection:why')}>
          {reasons.map((reason) => {
            const key = `${reason.code} ${JSON.stringify(reason.params)}`;
            const card = (
              <ProblemCard key={key} problem={reason} tone="warning">
                <ReasonAction reason={reason} connection={connection} actions={actions} />
              </ProblemCard>
            );
            return reason.code === 'grant.removedHere' ? (
              <RemovedReason key={key} tenantId={tenant.tenantId}>
                {card}
              </RemovedReason>
            ) : (
              card
            );
          })}
        </div>
      )}
      <GrantDialog
        connection={connection}
        actions={actions}
        open={granting}
        onClose={() => setGranting(false)}
      />
      <KitDialog
        connection={connection}
        actions={actions}
        open={asking}
        onClose={() => setAsking(false)}
      />
      <RemoveDialog
        connection={connection}
        actions={actions}
        open={removing}
        onClose={() => setRemoving(false)}
      />
    </section>
  );
}
