import { Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { cloudName } from '../../../../electron/contract/cloud.ts';
import type { CloudName } from '../../../../electron/contract/cloud.ts';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';
import type { TypedVendor } from './vendor-form.ts';
import { useText } from '../../../ui/use-text.ts';

type TypedCloud = TypedVendor['cloud'];

const choiceOf = (kind: CloudName): TypedCloud => ({ kind, file: '' });

/** The vendor's cloud. A confirmed link limits the choice to the clouds that sign in at its host. */
export function CloudField({
  cloud,
  reading,
  fault,
  onChange,
}: {
  readonly cloud: TypedCloud;
  readonly reading: ConsentLinkReading | null;
  readonly fault: string | undefined;
  readonly onChange: (cloud: TypedCloud) => void;
}) {
  const { t } = useText();
  const options =
    reading === null
      ? cloudName.options.map((kind) => ({
          choice: choiceOf(kind),
          label: t(`welcome:form.clouds.${kind}`),
        }))
      : reading.clouds;
  const chosen = options.find(({ choice }) => choice.kind === cloud.kind);
  return (
    <>
      <Field label={t('vendor:cloud')}>
        <Dropdown
          value={chosen?.label ?? ''}
          selectedOptions={[cloud.kind]}
          onOptionSelect={(_, data) => {
            const next = options.find(({ choice }) => choice.kind === data.optionValue);
            if (next !== undefined) onChange({ file: '', ...next.choice });
          }}
        >
          {options.map(({ choice, label }) => (
            <Option key={choice.kind} value={choice.kind}>
              {label}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {cloud.kind === 'custom' && reading === null && (
        <Field
          label={t('vendor:cloudFile')}
          {...(fault !== undefined && { validationMessage: fault })}
        >
          <Input
            value={cloud.file}
            spellCheck={false}
            onChange={(_, data) => onChange({ kind: 'custom', file: data.value })}
          />
        </Field>
      )}
    </>
  );
}
