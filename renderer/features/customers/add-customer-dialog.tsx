import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import { newTenant, tenantAlias } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { ConnectorField, useConnectorChoice } from '../../ui/forms/connector-field.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

const addForm = newTenant.omit({ profileId: true }).extend({ alias: tenantAlias });

/**
 * Adds a customer by domain or tenant ID; one that exists already is opened. Navigates only after the dialog
 * has closed: unmounted while closing, it would leave the page hidden from assistive technology.
 */
export function AddCustomerDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const destination = useRef<string>(null);
  const leave = () => {
    if (destination.current !== null) go(destination.current);
    destination.current = null;
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => !data.open && onClose()}
      surfaceMotion={{ onMotionFinish: (_, { direction }) => direction === 'exit' && leave() }}
    >
      <DialogSurface>
        <AddCustomerForm
          onClose={onClose}
          onAdded={(path) => {
            destination.current = path;
            onClose();
          }}
        />
      </DialogSurface>
    </Dialog>
  );
}

function AddCustomerForm({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void;
  readonly onAdded: (path: string) => void;
}) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const connector = useConnectorChoice();
  const add = useAction(
    ({ domainOrId, alias }: z.output<typeof addForm>) =>
      engine.tenants.add({
        domainOrId,
        ...(connector.chosen !== undefined && { profileId: connector.chosen.id }),
        ...(alias !== '' && { alias }),
      }),
    async ({ tenant, already }) => {
      await queries.invalidateQueries({ queryKey: keys.tenants() });
      onAdded(already ? paths.already(tenant.tenantId) : paths.connection(tenant.tenantId));
    },
  );
  const form = useCheckedForm({
    schema: addForm,
    untouched: { domainOrId: '', alias: '' },
    onChecked: (typed) => add.run(typed),
  });
  return (
    <form {...form.element}>
      <DialogBody>
        <DialogTitle>{t('customers:dialog.title')}</DialogTitle>
        <DialogContent style={{ display: 'grid', gap: 16, paddingBlock: 8 }}>
          <TextField
            form={form}
            name="domainOrId"
            label={t('customers:dialog.domainOrId')}
            hint={t('customers:dialog.domainHint')}
            fault={t('customers:dialog.missing')}
            maxLength={255}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField form={form} name="alias" label={t('customers:dialog.alias')} maxLength={120} />
          <ConnectorField label={t('customers:dialog.profile')} choice={connector} />
          {add.problem !== null && (
            <ProblemCard problem={add.problem} heading={t('customers:dialog.failed')} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={add.running}>
            {add.running ? t('customers:dialog.adding') : t('customers:dialog.submit')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
