import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { cloudName } from '../../../electron/contract/cloud.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { refusedEntry } from '../../../text/words/typed-words.ts';
import { useText } from '../../ui/use-text.ts';
import { emptyDraft, faultsOf, profileOf } from './registration-draft.ts';
import type { RegistrationDraft } from './registration-draft.ts';
import { CredentialFields } from './credential-fields.tsx';

const clouds = cloudName.options;

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '20px',
    maxWidth: '560px',
    padding: '28px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', gap: '8px' },
});

/** The technician's own registration: what Evergrant needs to know of it. */
export function RegistrationPage() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<RegistrationDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<RegistrationDraft>) =>
    setDraft((before) => ({ ...before, ...part }));
  const faults = tried ? faultsOf(draft) : {};
  const fault = (field: 'name' | 'clientId' | 'cloudFile') => {
    const key = faults[field];
    if (key === undefined) return {};
    const reason = t(`welcome:form.${key}`);
    return { validationMessage: refusedEntry({ t }, reason, draft[field]) };
  };
  const save = useAction(
    () => engine.profiles.add(profileOf(draft)),
    async () => {
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      go(paths.customers());
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faultsOf(draft)).length === 0) {
      save.run(undefined);
      return;
    }
    // The first field with a fault takes the focus, once it is marked.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  return (
    <Page
      title={t('welcome:form.title')}
      lead={t('welcome:form.lead')}
      back={{ path: paths.customers(), label: t('common:back') }}
    >
      <form className={styles.form} ref={form} onSubmit={submit} noValidate>
        <Field label={t('welcome:form.name')} hint={t('welcome:form.nameHint')} {...fault('name')}>
          <Input
            value={draft.name}
            maxLength={120}
            onChange={(_, data) => change({ name: data.value })}
          />
        </Field>
        <Field label={t('welcome:form.clientId')} {...fault('clientId')}>
          <Input
            value={draft.clientId}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => change({ clientId: data.value })}
          />
        </Field>
        <Field label={t('welcome:form.cloud')}>
          <Dropdown
            value={t(`welcome:form.clouds.${draft.cloud}`)}
            selectedOptions={[draft.cloud]}
            onOptionSelect={(_, data) => {
              const cloud = clouds.find((name) => name === data.optionValue);
              if (cloud !== undefined) change({ cloud });
            }}
          >
            {clouds.map((name) => (
              <Option key={name} value={name}>
                {t(`welcome:form.clouds.${name}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
        {draft.cloud === 'custom' && (
          <Field
            label={t('welcome:form.cloudFile')}
            hint={t('welcome:form.cloudFileHint')}
            {...fault('cloudFile')}
          >
            <Input
              value={draft.cloudFile}
              spellCheck={false}
              onChange={(_, data) => change({ cloudFile: data.value })}
            />
          </Field>
        )}
        <Field label={t('welcome:form.credential')}>
          <RadioGroup
            value={draft.credential}
            onChange={(_, data) =>
              change({ credential: data.value as RegistrationDraft['credential'] })
            }
          >
            <Radio value="certificate" label={t('welcome:form.certificate')} />
            <Radio value="secret" label={t('welcome:form.secret')} />
            <Radio value="none" label={t('welcome:form.none')} />
          </RadioGroup>
        </Field>
        {draft.credential === 'none' ? (
          <p className={styles.quiet}>{t('welcome:form.noneHint')}</p>
        ) : (
          <CredentialFields
            kind={draft.credential}
            draft={draft}
            onChange={change}
            faults={faults}
          />
        )}
        {save.problem !== null && (
          <ProblemCard problem={save.problem} heading={t('welcome:form.failed')} />
        )}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={save.running}>
            {save.running ? t('welcome:form.saving') : t('welcome:form.submit')}
          </Button>
          <Button onClick={() => go(paths.customers())}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Page>
  );
}
