import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../ui/use-text.ts';

/** A name that is being typed; `typed` is what counts. */
export interface TypedName {
  readonly value: string;
  readonly typed: string;
  readonly set: (value: string) => void;
}

/** Keeps a name while it is typed. */
export function useName(first = ''): TypedName {
  const [value, set] = useState(first);
  return { value, typed: value.trim(), set };
}

/** Whose name stands on the record; complains only after somebody `tried` without one. */
export function NameField({
  name,
  tried,
  className,
}: {
  readonly name: TypedName;
  readonly tried: boolean;
  readonly className?: string;
}) {
  const { t } = useText();
  return (
    <Field
      {...(className !== undefined && { className })}
      label={t('reset:begin.name')}
      {...(tried && name.typed === '' && { validationMessage: t('reset:begin.nameMissing') })}
    >
      <Input value={name.value} maxLength={120} onChange={(_, data) => name.set(data.value)} />
    </Field>
  );
}
