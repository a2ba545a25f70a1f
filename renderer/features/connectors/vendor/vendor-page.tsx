import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useEngine } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { Page } from '../../../ui/page.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { ReaderField, readersOf } from '../../../ui/forms/reader-field.tsx';
import { go, paths } from '../../../ui/router.ts';
import { refusedEntry } from '../../../../text/words/typed-words.ts';
import { useText } from '../../../ui/use-text.ts';
import { CloudField } from './cloud-field.tsx';
import { LinkField } from './link-field.tsx';
import { emptyVendorDraft, vendorFaults, vendorProfileOf, withLink } from './vendor-draft.ts';
import type { VendorDraft, VendorFaults } from './vendor-draft.ts';
import { Quiet } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
    maxWidth: '640px',
    padding: '28px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  actions: { display: 'flex', gap: '8px' },
});

/** A vendor's registration: what Evergrant needs to know of it, and what it never asks for. */
export function VendorPage() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const [draft, setDraft] = useState<VendorDraft>(emptyVendorDraft);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<VendorDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = tried ? vendorFaults(draft) : {};
  const readers = readersOf(profiles.data ?? [], draft.cloud.kind);
  // With one connector of one's own it is the reader, unless somebody says otherwise.
  const readerId = draft.readerId === undefined ? (readers[0]?.id ?? null) : draft.readerId;
  const save = useAction(
    () => engine.profiles.add(vendorProfileOf(draft, readerId)),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      go(paths.customers());
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(vendorFaults(draft)).length === 0) {
      save.run(undefined);
      return;
    }
    // The first field with a fault takes the focus, once it is marked.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const fault = (field: keyof VendorFaults, entered = '') => {
    const key = faults[field];
    return key === undefined ? undefined : refusedEntry({ t }, t(`vendor:${key}`), entered);
  };
  return (
    <Page
      title={t('vendor:title')}
      lead={t('vendor:lead')}
      back={{ path: paths.customers(), label: t('common:back') }}
    >
      <form className={styles.form} ref={form} onSubmit={submit} noValidate>
        <Quiet>{t('vendor:noSecret')}</Quiet>
        <TextField
          label={t('vendor:name')}
          hint={t('vendor:nameHint')}
          value={draft.name}
          fault={fault('name')}
          onChange={(name) => change({ name })}
        />
        <LinkField
          link={draft.link}
          confirmed={draft.confirmed !== null}
          fault={fault('link')}
          onChange={(link) => change({ link, confirmed: null })}
          onConfirm={(reading) => setDraft((before) => withLink(before, reading))}
        />
        <TextField
          label={t('vendor:clientId')}
          hint={t('vendor:clientIdHint')}
          value={draft.clientId}
          fault={fault('clientId', draft.clientId)}
          readOnly={draft.confirmed !== null}
          onChange={(clientId) => change({ clientId })}
        />
        <CloudField
          cloud={draft.cloud}
          reading={draft.confirmed}
          fault={fault('cloudFile')}
          onChange={(cloud) => change({ cloud })}
        />
        <ReaderField
          readers={readers}
          readerId={readerId}
          onChange={(chosen) => change({ readerId: chosen })}
        />
        <TextField
          label={t('vendor:address')}
          hint={t('vendor:addressHint')}
          value={draft.address}
          fault={fault('address')}
          onChange={(address) => change({ address })}
        />
        <Quiet>{t('vendor:best')}</Quiet>
        {save.problem !== null && (
          <ProblemCard problem={save.problem} heading={t('vendor:failed')} />
        )}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={save.running}>
            {save.running ? t('vendor:saving') : t('vendor:submit')}
          </Button>
          <Button onClick={() => go(paths.customers())}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Page>
  );
}

function TextField({
  label,
  hint,
  value,
  fault,
  readOnly = false,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly readOnly?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint} {...(fault !== undefined && { validationMessage: fault })}>
      <Input
        value={value}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        readOnly={readOnly}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
