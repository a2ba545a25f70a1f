import { Button, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { NewProfile } from '../../../electron/contract/profile.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { CloudFields } from '../../ui/forms/cloud-fields.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import type { CheckedForm } from '../../ui/forms/use-checked-form.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { refusedEntry } from '../../../text/words/typed-words.ts';
import { useText } from '../../ui/use-text.ts';
import { CredentialFields } from './credential-fields.tsx';
import { registrationForm, untouched } from './registration-form.ts';
import { FormCard } from '../../ui/form-card.tsx';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', gap: '8px' },
});

/** The technician's own registration: what Evergrant needs to know about it. */
export function RegistrationPage() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const save = useAction(
    (wanted: NewProfile) => engine.profiles.add(wanted),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      go(paths.customers());
    },
  );
  const form = useCheckedForm({
    schema: registrationForm,
    untouched,
    onChecked: (wanted) => save.run(wanted),
  });
  return (
    <Page
      title={t('welcome:form.title')}
      lead={t('welcome:form.lead')}
      back={{ path: paths.customers(), label: t('common:back') }}
    >
      <FormCard width="narrow" {...form.element}>
        <TextField
          form={form}
          name="name"
          label={t('welcome:form.name')}
          hint={t('welcome:form.nameHint')}
          fault={(entered) => refusedEntry({ t }, t('welcome:form.nameMissing'), entered)}
          maxLength={120}
        />
        <TextField
          form={form}
          name="clientId"
          label={t('welcome:form.clientId')}
          fault={(entered) => refusedEntry({ t }, t('welcome:form.clientIdWrong'), entered)}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
        />
        <CloudFields form={form} kind="cloud.kind" file="cloud.file" />
        <CredentialChoice form={form} />
        {save.problem !== null && (
          <ProblemCard problem={save.problem} heading={t('welcome:form.failed')} />
        )}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={save.running}>
            {save.running ? t('welcome:form.saving') : t('welcome:form.submit')}
          </Button>
          <Button onClick={() => go(paths.customers())}>{t('common:cancel')}</Button>
        </div>
      </FormCard>
    </Page>
  );
}

/** The registration's credential, or that it will be added later. */
function CredentialChoice({
  form,
}: {
  readonly form: CheckedForm<z.input<typeof registrationForm>, z.output<typeof registrationForm>>;
}) {
  const { t } = useText();
  const { kind, ...draft } = useWatch({ control: form.control, name: 'credential' });
  const change = (part: Partial<typeof untouched.credential>) =>
    form.setValue('credential', { ...form.getValues('credential'), ...part });
  return (
    <>
      <Field label={t('welcome:form.credential')}>
        <RadioGroup
          value={kind}
          onChange={(_, data) => change({ kind: data.value as typeof kind })}
        >
          <Radio value="certificate" label={t('welcome:form.certificate')} />
          <Radio value="secret" label={t('welcome:form.secret')} />
          <Radio value="none" label={t('welcome:form.none')} />
        </RadioGroup>
      </Field>
      {kind === 'certificate' || kind === 'secret' ? (
        <CredentialFields
          kind={kind}
          draft={draft}
          onChange={change}
          missing={form.formState.errors.credential}
        />
      ) : (
        <Quiet>{t('welcome:form.noneHint')}</Quiet>
      )}
    </>
  );
}
