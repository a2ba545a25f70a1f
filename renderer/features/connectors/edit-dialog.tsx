import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { draftOf, editFaults, editOf } from './edit-draft.ts';
import type { EditDraft } from './edit-draft.ts';

const useStyles = makeStyles({ fields: { display: 'grid', gap: '16px', paddingBlock: '8px' } });

const hints = {
  landingPage: 'landingPageHint',
  backendName: 'backendNameHint',
  backendWords: 'backendWordsHint',
} as const;
const fields = ['name', 'landingPage', 'backendName', 'backendAddress', 'backendWords'] as const;

/** Changes a connector's name and the pages that its people are sent to. */
export function EditDialog({
  profile,
  onClose,
}: {
  readonly profile: Profile;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<EditDraft>(() => draftOf(profile));
  const [tried, setTried] = useState(false);
  const faults = tried ? editFaults(draft) : {};
  const save = useAction(
    () => engine.profiles.edit(editOf(profile.id, draft)),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      onClose();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(editFaults(draft)).length === 0) save.run(undefined);
  };
  const hintOf = (field: keyof EditDraft) =>
    field in hints ? { hint: t(`connectors:edit.${hints[field as keyof typeof hints]}`) } : {};
  const faultOf = (field: keyof EditDraft) => {
    const fault = faults[field];
    return fault === undefined ? {} : { validationMessage: t(`connectors:edit.${fault}`) };
  };
  return (
    <Dialog modalType="modal" open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{t('connectors:edit.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              {fields.map((field) => (
                <Field
                  key={field}
                  label={t(`connectors:edit.${field}`)}
                  {...hintOf(field)}
                  {...faultOf(field)}
                >
                  <Input
                    value={draft[field]}
                    maxLength={field === 'name' ? 120 : 500}
                    onChange={(_, data) => setDraft({ ...draft, [field]: data.value })}
                  />
                </Field>
              ))}
              {save.problem !== null && (
                <ProblemCard problem={save.problem} heading={t('connectors:edit.failed')} />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('common:cancel')}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={save.running}>
                {t('connectors:edit.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
