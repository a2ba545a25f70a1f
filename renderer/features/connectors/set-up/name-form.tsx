import {
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { cloudName } from '../../../../electron/contract/cloud.ts';
import { useEngine, useHost, useOffline } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { BlockableButton } from '../../../ui/blockable-button.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { useText } from '../../../ui/use-text.ts';
import { faultsOf, newSetUpOf } from './set-up-draft.ts';
import type { SetUpDraft } from './set-up-draft.ts';

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
});

/** The first step: what the connector is called, and where it is going to be registered. */
export function NameForm() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const { practiceHome } = useHost();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<SetUpDraft>({
    name: '',
    home: practiceHome?.domain ?? '',
    cloud: practiceHome === undefined ? 'global' : 'custom',
    cloudFile: practiceHome?.cloudFile ?? '',
  });
  const change = (part: Partial<SetUpDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = tried ? faultsOf(draft) : {};
  const begin = useAction(
    () => engine.setUps.begin(newSetUpOf(draft)),
    async ({ id }) => {
      await queries.invalidateQueries({ queryKey: keys.setUps() });
      go(paths.setUp(id));
    },
  );
  const press = () => {
    setTried(true);
    if (begin.running) return;
    if (Object.keys(faultsOf(draft)).length === 0) {
      begin.run(undefined);
      return;
    }
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!offline) press();
  };
  return (
    <form className={styles.form} ref={form} onSubmit={submit} noValidate>
      <Field
        label={t('setUp:name.name')}
        hint={t('setUp:name.nameHint')}
        {...(faults.name && { validationMessage: t('setUp:name.nameMissing') })}
      >
        <Input
          value={draft.name}
          maxLength={120}
          onChange={(_, data) => change({ name: data.value })}
        />
      </Field>
      <Field
        label={t('setUp:name.home')}
        hint={
          practiceHome === undefined
            ? t('setUp:name.homeHint')
            : t('setUp:name.practiceHome', practiceHome)
        }
        {...(faults.home && { validationMessage: t('setUp:name.homeMissing') })}
      >
        <Input
          value={draft.home}
          maxLength={255}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => change({ home: data.value })}
        />
      </Field>
      {practiceHome === undefined && (
        <Field label={t('welcome:form.cloud')}>
          <Dropdown
            value={t(`welcome:form.clouds.${draft.cloud}`)}
            selectedOptions={[draft.cloud]}
            onOptionSelect={(_, data) => {
              const chosen = cloudName.safeParse(data.optionValue);
              if (chosen.success) change({ cloud: chosen.data });
            }}
          >
            {cloudName.options.map((name) => (
              <Option key={name} value={name}>
                {t(`welcome:form.clouds.${name}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
      {practiceHome === undefined && draft.cloud === 'custom' && (
        <Field
          label={t('welcome:form.cloudFile')}
          hint={t('welcome:form.cloudFileHint')}
          {...(faults.cloudFile && { validationMessage: t('welcome:form.cloudFileMissing') })}
        >
          <Input
            value={draft.cloudFile}
            spellCheck={false}
            onChange={(_, data) => change({ cloudFile: data.value })}
          />
        </Field>
      )}
      {begin.problem !== null && (
        <ProblemCard problem={begin.problem} heading={t('setUp:name.failed')} />
      )}
      <div>
        <BlockableButton
          appearance="primary"
          {...(begin.running && { icon: <Spinner size="extra-tiny" /> })}
          blocked={offline ? t('setUp:name.offline') : null}
          onPress={press}
        >
          {begin.running ? t('setUp:name.working') : t('setUp:name.submit')}
        </BlockableButton>
      </div>
    </form>
  );
}
