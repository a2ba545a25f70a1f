import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dropdown,
  Field,
  Input,
  Option,
} from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

/**
 * Adds a customer by domain or tenant id; one that is already here is opened. The page is left only
 * after the dialog has gone: unmounted on its way out, it would leave the page hidden from assistive
 * technology.
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
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const [domainOrId, setDomainOrId] = useState('');
  const [alias, setAlias] = useState('');
  const [profileId, setProfileId] = useState<string>();
  const [tried, setTried] = useState(false);
  const choices = profiles.data ?? [];
  const chosen = choices.find(({ id }) => id === profileId) ?? choices[0];
  const add = useAction(
    () =>
      engine.tenants.add({
        domainOrId: domainOrId.trim(),
        ...(chosen !== undefined && { profileId: chosen.id }),
        ...(alias.trim() !== '' && { alias: alias.trim() }),
      }),
    async ({ tenant, already }) => {
      await queries.invalidateQueries({ queryKey: keys.tenants() });
      onAdded(already ? paths.already(tenant.tenantId) : paths.connection(tenant.tenantId));
    },
  );
  const missing = domainOrId.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) add.run(undefined);
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{t('customers:dialog.title')}</DialogTitle>
        <DialogContent style={{ display: 'grid', gap: 16, paddingBlock: 8 }}>
          <Field
            label={t('customers:dialog.domainOrId')}
            hint={t('customers:dialog.domainHint')}
            {...(tried && missing && { validationMessage: t('customers:dialog.missing') })}
          >
            <Input
              value={domainOrId}
              maxLength={255}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, data) => setDomainOrId(data.value)}
            />
          </Field>
          <Field label={t('customers:dialog.alias')}>
            <Input value={alias} maxLength={120} onChange={(_, data) => setAlias(data.value)} />
          </Field>
          {choices.length > 1 && chosen !== undefined && (
            <Field label={t('customers:dialog.profile')}>
              <Dropdown
                value={chosen.name}
                selectedOptions={[chosen.id]}
                onOptionSelect={(_, data) => setProfileId(data.optionValue)}
              >
                {choices.map(({ id, name }) => (
                  <Option key={id} value={id}>
                    {name}
                  </Option>
                ))}
              </Dropdown>
            </Field>
          )}
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
