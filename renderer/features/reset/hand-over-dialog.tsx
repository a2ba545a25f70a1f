import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  actions: { '> *': { whiteSpace: 'nowrap', width: 'max-content' } },
});

/** Says what handing over means, before the reset is given out of hand. */
export function HandOverDialog({
  open,
  onClose,
  onConfirm,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('reset:handedOver.title')}</DialogTitle>
          <DialogContent>
            <p>{t('reset:handedOver.body')}</p>
          </DialogContent>
          <DialogActions className={styles.actions}>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button appearance="primary" onClick={confirm}>
              {t('reset:handedOver.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
