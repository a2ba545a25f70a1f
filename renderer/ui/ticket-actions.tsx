import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useEngine } from '../client/engine-context.tsx';
import { keys } from '../client/queries.ts';
import { useAction } from '../client/use-action.ts';
import { CopyForTicket } from './copy-button.tsx';
import { ProblemCard } from './problem-card.tsx';
import { useSubject } from './subject.ts';
import { useText } from './use-text.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', width: '300px' },
  row: { display: 'flex', gap: '8px' },
});

/** Copies for the ticket, with the customer's stored ticket number beside it. */
export function TicketActions({ value }: { readonly value: () => string }) {
  const { tenant } = useSubject();
  return (
    <>
      <CopyForTicket value={value} />
      {tenant !== null && <TicketNumber key={tenant.tenantId} tenantId={tenant.tenantId} />}
    </>
  );
}

/** Shows, sets and clears the ticket number of a customer. */
function TicketNumber({ tenantId }: { readonly tenantId: string }) {
  const { t } = useText();
  const { ticket } = useSubject();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      positioning="below-end"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle">
          {ticket === null ? t('ticket:number.add') : t('ticket:number.kept', { ticket })}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('ticket:number.label')}>
        <TicketForm tenantId={tenantId} kept={ticket} onDone={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

function TicketForm({
  tenantId,
  kept,
  onDone,
}: {
  readonly tenantId: string;
  readonly kept: string | null;
  readonly onDone: () => void;
}) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(kept ?? '');
  const save = useAction(
    (ticket: string | null) => engine.tickets.set({ tenantId, ticket }),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.tickets() });
      onDone();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.running) save.run(typed.trim() === '' ? null : typed.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={t('ticket:number.label')} hint={t('ticket:number.hint')}>
        <Input
          value={typed}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => setTyped(data.value)}
        />
      </Field>
      {save.problem !== null && <ProblemCard problem={save.problem} />}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={save.running}>
          {t('ticket:number.save')}
        </Button>
        {kept !== null && (
          <Button disabledFocusable={save.running} onClick={() => save.run(null)}>
            {t('ticket:number.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
