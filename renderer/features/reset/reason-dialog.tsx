import { Field, Textarea } from '@fluentui/react-components';
import { useController } from 'react-hook-form';
import { z } from 'zod';
import { reason } from '../../../electron/contract/reset.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import { useText } from '../../ui/use-text.ts';

const reasonForm = z.object({ reason });

/** Asks for the reason before something is done without its check. */
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
  const form = useCheckedForm({
    schema: reasonForm,
    untouched: { reason: '' },
    onChecked: (typed, { reset }) => {
      onReason(typed.reason);
      reset();
      onClose();
    },
  });
  const { field, fieldState } = useController({ control: form.control, name: 'reason' });
  return (
    <ConfirmDialog
      open={open}
      title={title}
      button={button}
      onConfirm={form.submit}
      onClose={onClose}
    >
      <p>{body}</p>
      <div {...form.holder}>
        <Field
          label={t('reset:reason')}
          {...(fieldState.invalid && { validationMessage: t('reset:reasonMissing') })}
        >
          <Textarea
            value={field.value}
            maxLength={500}
            onChange={(_, data) => field.onChange(data.value)}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
