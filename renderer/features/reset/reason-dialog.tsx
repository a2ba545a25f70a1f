import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../ui/use-text.ts';

/** Asks why, before something is done without its check. */
export function ReasonDialog({
  open,
  title,
  body,
  button,
  onClose,
  onReason,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
  readonly button: string;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const typed = reason.trim();
  const isShort = typed.length < 3;
  const submit = () => {
    setTried(true);
    if (isShort) return;
    onReason(typed);
    setReason('');
    setTried(false);
    onClose();
  };
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <p>{body}</p>
            <Field
              label={t('reset:reason')}
              {...(tried && isShort && { validationMessage: t('reset:reasonMissing') })}
            >
              <Textarea
                value={reason}
                maxLength={500}
                onChange={(_, data) => setReason(data.value)}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button appearance="primary" onClick={submit}>
              {button}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
