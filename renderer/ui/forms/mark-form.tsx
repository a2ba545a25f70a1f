import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useController } from 'react-hook-form';
import type { z } from 'zod';
import { policyMark } from '../../../electron/contract/policy.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { GroupPicker } from '../group-picker.tsx';
import { ProblemCard } from '../problem-card.tsx';
import { useText } from '../use-text.ts';
import { TextField } from './text-field.tsx';
import { useCheckedForm } from './use-checked-form.ts';

const markForm = policyMark.omit({ tenantId: true });

/** A group that gets a mark, and its current label. */
interface Marked {
  readonly id: string;
  readonly displayName: string;
  readonly label: string | null;
}

/** Which policy uses a group. Saving the label of a marked group changes it. */
export function MarkForm({
  tenantId,
  group,
  onClose,
}: {
  readonly tenantId: string;
  /** Null: the form lets you choose the group. */
  readonly group: Marked | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const done = async () => {
    await queries.invalidateQueries({ queryKey: keys.policies(tenantId).slice(0, 2) });
    onClose();
  };
  const save = useAction(
    (mark: Omit<z.output<typeof policyMark>, 'tenantId'>) =>
      engine.policies.mark({ tenantId, ...mark }),
    () => void done(),
  );
  const remove = useAction(
    (groupId: string) => engine.policies.unmark({ tenantId, groupId }),
    () => void done(),
  );
  const already = group !== null && group.label !== null;
  const problem = save.problem ?? remove.problem;
  const form = useCheckedForm({
    schema: markForm,
    untouched: { groupId: group?.id ?? '', label: group?.label ?? '' },
    onChecked: (mark) => save.run(mark),
  });
  const { field, fieldState } = useController({ control: form.control, name: 'groupId' });
  return (
    <form {...form.element}>
      <DialogBody>
        <DialogTitle>
          {already ? t('policies:mark.changeTitle') : t('policies:mark.title')}
        </DialogTitle>
        <DialogContent
          // The group list opens inside it and needs the room.
          style={{
            display: 'grid',
            gap: 16,
            paddingBlock: 8,
            alignContent: 'start',
            minHeight: group === null ? 320 : 0,
          }}
        >
          {group === null ? (
            <GroupPicker
              tenantId={tenantId}
              onChoose={(groupId) => field.onChange(groupId ?? '')}
              missing={fieldState.invalid}
            />
          ) : (
            <p style={{ margin: 0 }}>
              <strong>
                <bdi>{group.displayName || t('common:noName')}</bdi>
              </strong>
            </p>
          )}
          <TextField
            form={form}
            name="label"
            label={t('policies:mark.label')}
            hint={t('policies:mark.labelHint')}
            fault={t('policies:mark.labelMissing')}
            maxLength={120}
            autoComplete="off"
          />
          {problem !== null && (
            <ProblemCard problem={problem} heading={t('policies:mark.failed')} />
          )}
        </DialogContent>
        <DialogActions>
          {already && (
            <Button disabledFocusable={remove.running} onClick={() => remove.run(group.id)}>
              {t('policies:mark.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={save.running}>
            {save.running
              ? t('policies:mark.saving')
              : already
                ? t('policies:mark.saveChange')
                : t('policies:mark.save')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
