import type { z } from 'zod';
import { newReset } from '../../../electron/contract/reset.ts';
import { TextField } from '../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import type { CheckedForm } from '../../ui/forms/use-checked-form.ts';
import { useText } from '../../ui/use-text.ts';

const nameForm = newReset.pick({ by: true });
type Name = z.infer<typeof nameForm>;

/** A form that asks for the name on the record. `first` is its initial value: most likely the same person. */
export function useNameForm(onName: (by: string) => void, first = ''): CheckedForm<Name, Name> {
  return useCheckedForm({
    schema: nameForm,
    untouched: { by: first },
    onChecked: ({ by }) => onName(by),
  });
}

/** The name for the record. */
export function NameField({
  form,
  className,
}: {
  readonly form: CheckedForm<Name, Name>;
  readonly className?: string;
}) {
  const { t } = useText();
  return (
    <TextField
      form={form}
      name="by"
      {...(className !== undefined && { className })}
      label={t('reset:begin.name')}
      fault={t('reset:begin.nameMissing')}
      maxLength={120}
    />
  );
}
