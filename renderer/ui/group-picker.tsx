import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GroupRow } from '../../electron/contract/directory.ts';
import { useEngine } from '../client/engine-context.tsx';
import { keys } from '../client/queries.ts';
import { useText } from './use-text.ts';

/** More than anyone reads in a list; typing narrows it down. */
const most = 20;

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  about: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** Chooses a customer's group by typing a part of its name; groups of the same name are distinguishable. */
export function GroupPicker({
  tenantId,
  onChoose,
  missing,
}: {
  readonly tenantId: string;
  /** Null while the typed text is not a choice. */
  readonly onChoose: (groupId: string | null) => void;
  /** Whether to say that a group must be chosen. */
  readonly missing: boolean;
}) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<GroupRow | null>(null);
  const query = { tenantId, search: chosen === null ? typed : '', limit: most };
  const found = useQuery({
    queryKey: keys.groups(query, 0),
    queryFn: ({ signal }) => engine.groups.list(query, { signal }),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  const choose = (group: GroupRow | null) => {
    setChosen(group);
    onChoose(group?.id ?? null);
  };
  return (
    <Field
      label={t('policies:mark.group')}
      hint={t('policies:mark.groupHint')}
      {...(missing && { validationMessage: t('policies:mark.groupMissing') })}
    >
      <Combobox
        freeform
        inlinePopup
        autoComplete="off"
        value={chosen?.displayName ?? typed}
        selectedOptions={chosen === null ? [] : [chosen.id]}
        onChange={(event) => {
          choose(null);
          setTyped(event.target.value);
        }}
        onOptionSelect={(_, data) => {
          const group = rows.find(({ id }) => id === data.optionValue);
          if (group !== undefined) choose(group);
        }}
      >
        {rows.map((group) => (
          <Option key={group.id} value={group.id} text={group.displayName || t('common:noName')}>
            <span className={styles.option}>
              <bdi>{group.displayName || t('common:noName')}</bdi>
              <span className={styles.about}>
                {[t(`groups:kind.${group.kind}`), group.mail ?? group.description ?? group.id].join(
                  ' · ',
                )}
              </span>
            </span>
          </Option>
        ))}
        {found.data !== undefined && rows.length === 0 && (
          <Option disabled>{t('policies:mark.noGroup')}</Option>
        )}
      </Combobox>
    </Field>
  );
}
