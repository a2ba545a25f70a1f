import { Button, Spinner, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Connection } from '../../../electron/contract/contract.ts';
import type { GrantStatus, StatusKind } from '../../../electron/contract/grant.ts';
import { useOffline } from '../../client/engine-context.tsx';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import type { ConnectionActions } from './use-connection-actions.ts';
import { Row } from '../../ui/row.tsx';

/** Statuses for which granting is the next step. */
const grantFirst: ReadonlySet<StatusKind> = new Set([
  'notGranted',
  'broken',
  'partial',
  'removed',
  'unknown',
]);

/** What a button of the card opens. */
export type StatusDialog = 'grant' | 'ask' | 'remove';

/** Actions on a connection; one of the buttons is the next step. */
export function StatusButtons({
  connection,
  actions,
  onOpen,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
  readonly onOpen: (dialog: StatusDialog) => void;
}) {
  const { t } = useText();
  const offline = useOffline();
  const focusBack = useRestoreFocusTarget();
  const { status, tenant } = connection;
  const openReset = status.reset;
  const isGrantFirst = grantFirst.has(status.kind);
  const blockedByReset = openReset === undefined ? null : t('connection:resetOpen');
  return (
    <Row gap={8} align="start">
      {openReset !== undefined && (
        <Button
          appearance="primary"
          onClick={() => go(paths.openReset(tenant.tenantId, openReset.purpose))}
        >
          {t('connection:continueReset')}
        </Button>
      )}
      <BlockableButton
        appearance={isGrantFirst ? 'primary' : 'secondary'}
        blocked={blockedByReset ?? (offline ? t('connection:offlineGrant') : null)}
        onPress={() => onOpen('grant')}
      >
        {t('connection:grant.button')}
      </BlockableButton>
      <TestButton status={status} actions={actions} isNext={!isGrantFirst} />
      {mayOfferSignIn(connection, actions) && (
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
      {isGrantFirst && connection.quietWatch?.reason !== 'asked' && (
        <Button {...focusBack} onClick={() => onOpen('ask')}>
          {t('asked:button')}
        </Button>
      )}
      {status.kind !== 'removed' && (
        <BlockableButton
          {...focusBack}
          appearance="subtle"
          blocked={blockedByReset}
          onPress={() => onOpen('remove')}
        >
          {t('connection:removeHere')}
        </BlockableButton>
      )}
    </Row>
  );
}

/** Tests the permissions; the next step if there is no other and nothing is pending. */
function TestButton({
  status,
  actions,
  isNext,
}: {
  readonly status: GrantStatus;
  readonly actions: ConnectionActions;
  readonly isNext: boolean;
}) {
  const { t } = useText();
  const offline = useOffline();
  const testing = actions.test.running;
  const waiting = status.kind === 'consenting' || status.kind === 'propagating';
  const isPrimary = isNext && !waiting && status.reset === undefined;
  return (
    <BlockableButton
      appearance={isPrimary ? 'primary' : 'secondary'}
      {...(testing && { icon: <Spinner size="extra-tiny" /> })}
      blocked={offline ? t('connection:offlineTest') : null}
      onPress={() => !testing && actions.test.run()}
    >
      {testing ? t('connection:testing') : t('connection:test')}
    </BlockableButton>
  );
}

/** Whether the doctor could explain anything. */
function mayHaveCause({ kind, stale, attention }: GrantStatus): boolean {
  const isClear = kind === 'unknown' || kind === 'consenting' || kind === 'removed';
  if (isClear || kind === 'resetting') return false;
  return kind !== 'granted' || stale || attention.length > 0;
}

/** Whether to offer a sign-in: no account can sign in as a vendor's registration, so it would do nothing. */
export function mayOfferSignIn(
  { profile, account, status }: Connection,
  { signIn }: ConnectionActions,
): boolean {
  const isOurs = profile.owner === 'ours';
  return isOurs && account === null && status.kind !== 'consenting' && !signIn.running;
}
