import { Dropdown, Field, Option } from '@fluentui/react-components';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useText } from '../use-text.ts';

const nobody = 'nobody';

/** The own connectors that may read in a cloud. */
export function readersOf(
  profiles: readonly Profile[],
  cloud: Profile['cloud'],
): readonly Profile[] {
  return profiles.filter((profile) => profile.owner === 'ours' && profile.cloud === cloud);
}

/** Chooses the reader of a vendor's connector: one of your own, or none. */
export function ReaderField({
  readers,
  readerId,
  onChange,
}: {
  readonly readers: readonly Profile[];
  readonly readerId: string | null;
  readonly onChange: (readerId: string | null) => void;
}) {
  const { t } = useText();
  const chosen = readers.find(({ id }) => id === readerId);
  return (
    <Field
      label={t('vendor:reader')}
      hint={readers.length === 0 ? t('vendor:readerNoneYet') : t('vendor:readerHint')}
    >
      <Dropdown
        value={chosen?.name ?? t('vendor:readerNone')}
        selectedOptions={[chosen?.id ?? nobody]}
        onOptionSelect={(_, data) =>
          onChange(data.optionValue === nobody ? null : (data.optionValue ?? null))
        }
      >
        {readers.map(({ id, name }) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
        <Option value={nobody}>{t('vendor:readerNone')}</Option>
      </Dropdown>
    </Field>
  );
}
