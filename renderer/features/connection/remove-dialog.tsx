import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import { portalUrl } from '../../../text/words/problem-links.ts';
import { useText } from '../../ui/use-text.ts';
import type { ConnectionActions } from './use-connection-actions.ts';

const useStyles = makeStyles({
  how: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '12px' },
  line: { margin: 0 },
  link: { width: 'fit-content' },
});

/** Says what removing here does and does not do, before it is done. */
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
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('connection:remove.title')}</DialogTitle>
          <DialogContent>
            <p>{t('connection:remove.body')}</p>
            <Link as="button" aria-expanded={how} onClick={() => setHow(!how)}>
              {t('connection:remove.showHow')}
            </Link>
            {how && (
              <div className={styles.how}>
                <p className={styles.line}>
                  {t('connection:remove.how', { connector: profile.name })}
                </p>
                {page !== null && (
                  <Link className={styles.link} href={page} target="_blank" rel="noreferrer">
                    {t('common:portal.properties')}
                  </Link>
                )}
                <p className={styles.line}>{t('connection:remove.leaves')}</p>
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button appearance="primary" onClick={confirm}>
              {t('connection:remove.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
