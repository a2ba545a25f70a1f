import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ChosenWay } from '../../../electron/contract/consent-way.ts';
import type { Connection } from '../../../electron/contract/contract.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { permissionPlain, permissionWords } from '../../../text/words/status-words.ts';
import { useHost } from '../../client/engine-context.tsx';
import { isDomainOf } from '../../ui/find-customers.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { GrantButtons, useConsentWays } from './grant-buttons.tsx';
import { NoRedirect } from './no-redirect.tsx';
import type { ConnectionActions } from './use-connection-actions.ts';
import { Quiet, Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gap: '16px', paddingBlock: '8px' },
  heading: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: '8px 0', paddingLeft: '24px', display: 'grid', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  surface: { maxWidth: '760px' },
  actions: { '> button': { whiteSpace: 'nowrap', width: 'max-content' } },
  stop: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** Before Microsoft's page opens: which account is needed, and what the page must list. */
export function GrantDialog({
  connection,
  actions,
  open,
  onClose,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const { tenant, profile } = connection;
  const { begin } = actions;
  const { practiceNewcomer } = useHost();
  const newcomer =
    practiceNewcomer !== undefined && isDomainOf(tenant, practiceNewcomer.domain)
      ? practiceNewcomer
      : null;
  const ways = useConsentWays();
  const start = (chosen: ChosenWay) => {
    begin.run(chosen);
    onClose();
  };
  const count = profile.requiredPermissions.length;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('connection:grant.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <section>
              <h3 className={styles.heading}>{t('connection:grant.account')}</h3>
              <Words>{t('connection:grant.accountBody', { customer: customerName(tenant) })}</Words>
              {newcomer !== null && <Words>{t('connection:grant.newcomer', newcomer)}</Words>}
              <Words>
                {t('connection:grant.pinned')} <code>{tenant.tenantId}</code>
              </Words>
            </section>
            <section>
              <h3 className={styles.heading}>
                {count === 3
                  ? t('connection:grant.exactly')
                  : t('connection:grant.exactlyCount', { count })}
              </h3>
              <ul className={styles.list}>
                {profile.requiredPermissions.map((permission) => (
                  <li key={`${permission.id} ${permission.type}`}>
                    <strong>{permissionWords(text, permission)}</strong>
                    <br />
                    <span className={styles.quiet}>{permissionPlain(text, permission)}</span>
                  </li>
                ))}
              </ul>
              <p className={styles.stop}>{t('connection:grant.cancelIfMore')}</p>
            </section>
            <NoRedirect profile={profile} />
            {connection.tenant.profileId !== profile.id && (
              <Words>{t('vendor:grantReader', { name: profile.name })}</Words>
            )}
            {ways.browsers.length > 0 && <Quiet>{t('connection:grant.privateWhy')}</Quiet>}
            {begin.problem !== null && <ProblemCard problem={begin.problem} />}
          </DialogContent>
          <DialogActions className={styles.actions}>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <GrantButtons ways={ways} onChoose={start} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
