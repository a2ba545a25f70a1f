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
import { useText } from '../../ui/use-text.ts';
import { NameField, useName } from './name-field.tsx';

/** Asks who takes a reset back that was handed over. */
export function TakeBackDialog({
  open,
  holder,
  onClose,
  onConfirm,
}: {
  readonly open: boolean;
  /** Who handed it over; most likely the same person. */
  readonly holder: string;
  readonly onClose: () => void;
  readonly onConfirm: (by: string) => void;
}) {
  const { t } = useText();
  const name = useName(holder);
  const [tried, setTried] = useState(false);
  const confirm = () => {
    setTried(true);
    if (name.typed === '') return;
    onClose();
    onConfirm(name.typed);
  };
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('reset:handedOver.takeBackTitle')}</DialogTitle>
          <DialogContent>
            <p>{t('reset:handedOver.takeBackBody')}</p>
            <NameField name={name} tried={tried} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button appearance="primary" onClick={confirm}>
              {t('reset:handedOver.takeBackConfirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
