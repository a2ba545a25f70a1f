import { Dropdown, Field, Option } from '@fluentui/react-components';
import { useController, useWatch } from 'react-hook-form';
import type { FieldPathByValue, FieldValues } from 'react-hook-form';
import { cloudName } from '../../../electron/contract/cloud.ts';
import type { CloudName } from '../../../electron/contract/cloud.ts';
import { refusedEntry } from '../../../text/words/typed-words.ts';
import { useText } from '../use-text.ts';
import { TextField } from './text-field.tsx';
import type { CheckedForm } from './use-checked-form.ts';

/** The cloud, and the file that describes a custom one. `kind` and `file` name the form's own fields. */
export function CloudFields<Values extends FieldValues, Checked extends FieldValues>({
  form,
  kind,
  file,
}: {
  readonly form: CheckedForm<Values, Checked>;
  readonly kind: FieldPathByValue<Values, CloudName>;
  readonly file: FieldPathByValue<Values, string>;
}) {
  const { t } = useText();
  const { field } = useController({ control: form.control, name: kind });
  const chosen: CloudName = useWatch({ control: form.control, name: kind });
  return (
    <>
      <Field label={t('welcome:form.cloud')}>
        <Dropdown
          value={t(`welcome:form.clouds.${chosen}`)}
          selectedOptions={[chosen]}
          onOptionSelect={(_, data) => field.onChange(data.optionValue)}
        >
          {cloudName.options.map((name) => (
            <Option key={name} value={name}>
              {t(`welcome:form.clouds.${name}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {chosen === 'custom' && (
        <TextField
          form={form}
          name={file}
          label={t('welcome:form.cloudFile')}
          hint={t('welcome:form.cloudFileHint')}
          fault={(entered) => refusedEntry({ t }, t('welcome:form.cloudFileMissing'), entered)}
          spellCheck={false}
        />
      )}
    </>
  );
}
