import { Spinner } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { NewSetUp } from '../../../../electron/contract/set-up.ts';
import { useEngine, useHost, useOffline } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { BlockableButton } from '../../../ui/blockable-button.tsx';
import { CloudFields } from '../../../ui/forms/cloud-fields.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../../ui/forms/use-checked-form.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { useText } from '../../../ui/use-text.ts';
import { setUpForm } from './set-up-form.ts';
import { FormCard } from '../../../ui/form-card.tsx';

/** The first step: the connector's name, and where it will be registered. */
export function NameForm() {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const { practiceHome } = useHost();
  const begin = useAction(
    (wanted: NewSetUp) => engine.setUps.begin(wanted),
    async ({ id }) => {
      await queries.invalidateQueries({ queryKey: keys.setUps() });
      go(paths.setUp(id));
    },
  );
  const form = useCheckedForm({
    schema: setUpForm,
    untouched: {
      name: '',
      home: practiceHome?.domain ?? '',
      cloud:
        practiceHome === undefined
          ? { kind: 'global', file: '' }
          : { kind: 'custom', file: practiceHome.cloudFile },
    },
    onChecked: (wanted) => {
      if (!offline && !begin.running) begin.run(wanted);
    },
  });
  return (
    <FormCard width="narrow" {...form.element}>
      <TextField
        form={form}
        name="name"
        label={t('setUp:name.name')}
        hint={t('setUp:name.nameHint')}
        fault={t('setUp:name.nameMissing')}
        maxLength={120}
      />
      <TextField
        form={form}
        name="home"
        label={t('setUp:name.home')}
        hint={
          practiceHome === undefined
            ? t('setUp:name.homeHint')
            : t('setUp:name.practiceHome', practiceHome)
        }
        fault={t('setUp:name.homeMissing')}
        maxLength={255}
        autoComplete="off"
        spellCheck={false}
      />
      {practiceHome === undefined && (
        <CloudFields form={form} kind="cloud.kind" file="cloud.file" />
      )}
      {begin.problem !== null && (
        <ProblemCard problem={begin.problem} heading={t('setUp:name.failed')} />
      )}
      <div>
        <BlockableButton
          appearance="primary"
          {...(begin.running && { icon: <Spinner size="extra-tiny" /> })}
          blocked={offline ? t('setUp:name.offline') : null}
          onPress={form.submit}
        >
          {begin.running ? t('setUp:name.working') : t('setUp:name.submit')}
        </BlockableButton>
      </div>
    </FormCard>
  );
}
