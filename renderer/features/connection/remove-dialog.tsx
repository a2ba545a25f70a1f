import { Link, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import { portalUrl } from '../../../text/words/problem-links.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useText } from '../../ui/use-text.ts';
import type { ConnectionActions } from './use-connection-actions.ts';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  how: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '12px' },
  link: { width: 'fit-content' },
});

/** Says what removing from Evergrant does and doesn't do, before it is done. */
export function RemoveDialog({
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
  const { t } = useText();
  const styles = useStyles();
  const [how, setHow] = useState(false);
  const { profile, tenant, lastTest } = connection;
  const page = portalUrl('properties', {
    pages: profile.pages,
    clientId: profile.clientId,
    tenantId: tenant.tenantId,
    servicePrincipalId: lastTest?.servicePrincipalId ?? null,
  });
  const confirm = () => {
    actions.removeHere.run();
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('connection:remove.title')}
      button={t('connection:remove.confirm')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('connection:remove.body')}</p>
      <Link as="button" aria-expanded={how} onClick={() => setHow(!how)}>
        {t('connection:remove.showHow')}
      </Link>
      {how && (
        <div className={styles.how}>
          <Words>{t('connection:remove.how', { connector: profile.name })}</Words>
          {page !== null && (
            <Link className={styles.link} href={page} target="_blank" rel="noreferrer">
              {t('common:portal.properties')}
            </Link>
          )}
          <Words>{t('connection:remove.leaves')}</Words>
        </div>
      )}
    </ConfirmDialog>
  );
}
