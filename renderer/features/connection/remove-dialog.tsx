import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import { useText } from '../../ui/use-text.ts';
import type { ConnectionActions } from './use-connection-actions.ts';

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
  const [how, setHow] = useState(false);
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
            <Button
              appearance="subtle"
              size="small"
              aria-expanded={how}
              onClick={() => setHow(!how)}
            >
              {t('connection:remove.showHow')}
            </Button>
            {how && <p>{t('connection:remove.how', { connector: connection.profile.name })}</p>}
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
