import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { KeptSync } from '../../../electron/contract/sync.ts';
import { useText } from '../../ui/use-text.ts';
import { Row } from '../../ui/row.tsx';

/** Two stored syncs, by their IDs. */
export interface ChosenSyncs {
  readonly from: string;
  readonly to: string;
}

const useStyles = makeStyles({
  field: { minWidth: '280px' },
});

/** Chooses the two syncs to compare. */
export function SyncChoice({
  history,
  chosen,
  onChange,
}: {
  readonly history: readonly KeptSync[];
  readonly chosen: ChosenSyncs;
  readonly onChange: (chosen: ChosenSyncs) => void;
}) {
  const styles = useStyles();
  const { t, time } = useText();
  return (
    <Row gap={16}>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t(`changes:${end}`)} className={styles.field}>
          <Select
            value={chosen[end]}
            onChange={(_, { value }) => onChange({ ...chosen, [end]: value })}
          >
            {history.map(({ id, finishedAt, mode }) => (
              <option key={id} value={id}>
                {t('changes:option', {
                  time: time(finishedAt),
                  mode: t(`changes:mode.${mode}`),
                })}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </Row>
  );
}
