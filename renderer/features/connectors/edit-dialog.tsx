import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Profile } from '../../../electron/contract/profile.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { TextField } from '../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { editForm, untouchedOf } from './edit-form.ts';

const useStyles = makeStyles({ fields: { display: 'grid', gap: '16px', paddingBlock: '8px' } });

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
  const save = useAction(
    (edit: z.output<typeof editForm>) => engine.profiles.edit({ profileId: profile.id, ...edit }),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      onClose();
    },
  );
  const form = useCheckedForm({
    schema: editForm,
    untouched: untouchedOf(profile),
    onChecked: (edit) => save.run(edit),
  });
  return (
    <Dialog modalType="modal" open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form {...form.element}>
          <DialogBody>
            <DialogTitle>{t('connectors:edit.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              <TextField
                form={form}
                name="name"
                label={t('connectors:edit.name')}
                fault={t('connectors:edit.nameMissing')}
                maxLength={120}
              />
              <TextField
                form={form}
                name="landingPage"
                label={t('connectors:edit.landingPage')}
                hint={t('connectors:edit.landingPageHint')}
                fault={t('connectors:edit.addressWrong')}
                maxLength={500}
              />
              <TextField
                form={form}
                name="backendName"
                label={t('connectors:edit.backendName')}
                hint={t('connectors:edit.backendNameHint')}
                fault={t('connectors:edit.backendNameMissing')}
                maxLength={120}
              />
              <TextField
                form={form}
                name="backendAddress"
                label={t('connectors:edit.backendAddress')}
                fault={t('connectors:edit.addressWrong')}
                maxLength={500}
              />
              <TextField
                form={form}
                name="backendWords"
                label={t('connectors:edit.backendWords')}
                hint={t('connectors:edit.backendWordsHint')}
                maxLength={400}
              />
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
