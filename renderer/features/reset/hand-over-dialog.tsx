import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useText } from '../../ui/use-text.ts';

/** Says what handing over means, before it is done. */
export function HandOverDialog({
  open,
  onClose,
  onConfirm,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const { t } = useText();
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('reset:handedOver.title')}
      button={t('reset:handedOver.confirm')}
      wordsOnOneLine
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('reset:handedOver.body')}</p>
    </ConfirmDialog>
  );
}
