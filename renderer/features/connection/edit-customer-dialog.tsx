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
  Textarea,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Tenant } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { readTags, tagsFit } from './read-tags.ts';

/** What technicians write about a customer: its alias, tags and notes. */
export function EditCustomerDialog({
  tenant,
  open,
  onClose,
}: {
  readonly tenant: Tenant;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <EditForm tenant={tenant} onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

function EditForm({ tenant, onClose }: { readonly tenant: Tenant; readonly onClose: () => void }) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const [alias, setAlias] = useState(tenant.alias ?? '');
  const [typedTags, setTypedTags] = useState(tenant.tags.join(', '));
  const [notes, setNotes] = useState(tenant.notes ?? '');
  const tags = readTags(typedTags);
  const { tenantId } = tenant;
  const save = useAction(
    () => engine.tenants.edit({ tenantId, alias, tags, notes }),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.tenants() });
      await queries.invalidateQueries({ queryKey: keys.connection(tenantId) });
      onClose();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tagsFit(tags)) save.run(undefined);
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{t('customer:edit.title')}</DialogTitle>
        <DialogContent style={{ display: 'grid', gap: 16, paddingBlock: 8 }}>
          <Field label={t('customer:alias')} hint={t('customer:edit.aliasHint')}>
            <Input
              value={alias}
              maxLength={120}
              autoComplete="off"
              onChange={(_, data) => setAlias(data.value)}
            />
          </Field>
          <Field
            label={t('customer:tags')}
            hint={t('customer:edit.tagsHint')}
            {...(!tagsFit(tags) && { validationMessage: t('customer:edit.tagTooLong') })}
          >
            <Input
              value={typedTags}
              maxLength={900}
              autoComplete="off"
              onChange={(_, data) => setTypedTags(data.value)}
            />
          </Field>
          <Field label={t('customer:notes')} hint={t('customer:edit.notesHint')}>
            <Textarea
              value={notes}
              rows={5}
              resize="vertical"
              textarea={{ maxLength: 4000 }}
              onChange={(_, data) => setNotes(data.value)}
            />
          </Field>
          {save.problem !== null && (
            <ProblemCard problem={save.problem} heading={t('customer:edit.failed')} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={save.running}>
            {save.running ? t('customer:edit.saving') : t('customer:edit.save')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
