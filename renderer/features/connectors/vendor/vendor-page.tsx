import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { NewProfile } from '../../../../electron/contract/profile.ts';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';
import { useEngine } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { ReaderField, readersOf } from '../../../ui/forms/reader-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../../ui/forms/use-checked-form.ts';
import { Page } from '../../../ui/page.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { refusedEntry } from '../../../../text/words/typed-words.ts';
import { useText } from '../../../ui/use-text.ts';
import { Quiet } from '../../../ui/words.tsx';
import { CloudField } from './cloud-field.tsx';
import { LinkField } from './link-field.tsx';
import { filledInBy, untouchedVendor, vendorForm, vendorProfileOf } from './vendor-form.ts';

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

/** A vendor's registration: what Evergrant needs to know about it, and what it never asks for. */
export function VendorPage() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  // `undefined`: no choice yet.
  const [chosenReader, setChosenReader] = useState<string | null>();
  const save = useAction(
    (wanted: NewProfile) => engine.profiles.add(wanted),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      go(paths.customers());
    },
  );
  const form = useCheckedForm({
    schema: vendorForm,
    untouched: untouchedVendor,
    onChecked: (typed) => save.run(vendorProfileOf(typed, readerId)),
  });
  const { errors } = form.formState;
  const [cloud, link, confirmed] = useWatch({
    control: form.control,
    name: ['cloud', 'link', 'confirmed'],
  });
  const readers = readersOf(profiles.data ?? [], cloud.kind);
  // By default the first own connector is the reader; the person can choose otherwise.
  const readerId = chosenReader === undefined ? (readers[0]?.id ?? null) : chosenReader;
  const changeLink = (typed: string) => {
    form.setValue('link', typed);
    form.setValue('confirmed', null);
  };
  const confirm = (reading: ConsentLinkReading) => {
    const filled = filledInBy(reading);
    form.setValue('confirmed', filled.confirmed);
    form.setValue('clientId', filled.clientId);
    if (filled.cloud !== undefined) form.setValue('cloud', filled.cloud);
  };
  const line = { form, maxLength: 500, autoComplete: 'off', spellCheck: false } as const;
  return (
    <Page
      title={t('vendor:title')}
      lead={t('vendor:lead')}
      back={{ path: paths.customers(), label: t('common:back') }}
    >
      <form className={styles.form} {...form.element}>
        <Quiet>{t('vendor:noSecret')}</Quiet>
        <TextField
          {...line}
          name="name"
          label={t('vendor:name')}
          hint={t('vendor:nameHint')}
          fault={t('vendor:nameMissing')}
          maxLength={120}
        />
        <LinkField
          link={link}
          confirmed={confirmed !== null}
          fault={errors.link && t('vendor:linkUnconfirmed')}
          onChange={changeLink}
          onConfirm={confirm}
        />
        <TextField
          {...line}
          name="clientId"
          label={t('vendor:clientId')}
          hint={t('vendor:clientIdHint')}
          fault={(entered) => refusedEntry({ t }, t('vendor:clientIdWrong'), entered)}
          readOnly={confirmed !== null}
        />
        <CloudField
          cloud={cloud}
          reading={confirmed}
          fault={errors.cloud?.file && t('vendor:cloudFileMissing')}
          onChange={(chosen) => form.setValue('cloud', chosen)}
        />
        <ReaderField readers={readers} readerId={readerId} onChange={setChosenReader} />
        <TextField
          {...line}
          name="address"
          label={t('vendor:address')}
          hint={t('vendor:addressHint')}
          fault={t('vendor:addressWrong')}
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
