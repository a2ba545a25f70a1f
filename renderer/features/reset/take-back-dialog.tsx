import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useText } from '../../ui/use-text.ts';
import { NameField, useNameForm } from './name-field.tsx';

/** Asks for the name of the person who takes back a reset that was handed over. */
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
  const form = useNameForm((by) => {
    onClose();
    onConfirm(by);
  }, holder);
  return (
    <ConfirmDialog
      open={open}
      title={t('reset:handedOver.takeBackTitle')}
      button={t('reset:handedOver.takeBackConfirm')}
      onConfirm={form.submit}
      onClose={onClose}
    >
      <p>{t('reset:handedOver.takeBackBody')}</p>
      <div {...form.holder}>
        <NameField form={form} />
      </div>
    </ConfirmDialog>
  );
}
