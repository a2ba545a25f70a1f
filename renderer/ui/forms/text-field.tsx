import { Field, Input } from '@fluentui/react-components';
import type { FieldProps, InputProps } from '@fluentui/react-components';
import { useController } from 'react-hook-form';
import type { FieldPathByValue, FieldValues } from 'react-hook-form';
import type { CheckedForm } from './use-checked-form.ts';

/** One line of text in a validated form. */
export function TextField<Values extends FieldValues, Checked extends FieldValues>({
  form,
  name,
  label,
  hint,
  fault,
  className,
  ...input
}: Pick<InputProps, 'type' | 'maxLength' | 'autoComplete' | 'spellCheck' | 'readOnly'> & {
  readonly form: CheckedForm<Values, Checked>;
  readonly name: FieldPathByValue<Values, string>;
  readonly label: string;
  readonly hint?: string;
  /** The error message, shown after the first submit; a function if it depends on the entered text. */
  readonly fault?: string | ((entered: string) => string);
  readonly className?: string;
}) {
  const { field, fieldState } = useController({ control: form.control, name });
  const value: string = field.value;
  const message = typeof fault === 'function' ? fault(value) : fault;
  const given: Pick<FieldProps, 'hint' | 'className' | 'validationMessage'> = {
    ...(hint !== undefined && { hint }),
    ...(className !== undefined && { className }),
    ...(fieldState.invalid && message !== undefined && { validationMessage: message }),
  };
  return (
    <Field label={label} {...given}>
      <Input {...input} value={value} onChange={(_, data) => field.onChange(data.value)} />
    </Field>
  );
}
