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
import type { ReactNode } from 'react';
import { useText } from './use-text.ts';

const useStyles = makeStyles({
  oneLine: { '> *': { whiteSpace: 'nowrap', width: 'max-content' } },
});

/** Asks before an action that can't easily be undone. `children` says what else it removes. */
export function ConfirmDialog({
  open = true,
  title,
  button,
  running = false,
  wordsOnOneLine = false,
  onConfirm,
  onClose,
  children,
}: {
  readonly open?: boolean;
  readonly title: string;
  /** The label of the confirming button. */
  readonly button: string;
  readonly running?: boolean;
  /** For buttons with long labels. */
  readonly wordsOnOneLine?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions {...(wordsOnOneLine && { className: styles.oneLine })}>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={running}
              onClick={() => !running && onConfirm()}
            >
              {button}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
