import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { guid } from '../../../../electron/contract/ids.ts';
import type { SetUp } from '../../../../electron/contract/set-up.ts';
import { useEngine } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../../ui/forms/use-checked-form.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { refusedEntry } from '../../../../text/words/typed-words.ts';
import { useText } from '../../../ui/use-text.ts';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { Row } from '../../../ui/row.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '16px',
    padding: '20px 24px 24px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  field: { maxWidth: '420px' },
});

const clientIdForm = z.object({ clientId: guid });

/** Takes the client ID of the new registration, which turns the set-up into a connector. */
export function ClientIdForm({ setUp }: { readonly setUp: SetUp }) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const [givingUp, setGivingUp] = useState(false);
  const finish = useAction(
    ({ clientId }: z.output<typeof clientIdForm>) =>
      engine.setUps.finish({ setUpId: setUp.id, clientId }),
    async ({ profile }) => {
      go(paths.checkRegistration(profile.id));
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      await queries.invalidateQueries({ queryKey: keys.tenants() });
    },
  );
  const form = useCheckedForm({
    schema: clientIdForm,
    untouched: { clientId: '' },
    onChecked: (typed) => !finish.running && finish.run(typed),
  });
  return (
    <form className={styles.form} {...form.element}>
      <TextField
        form={form}
        name="clientId"
        className={styles.field}
        label={t('setUp:register.clientId')}
        hint={t('setUp:register.clientIdHint')}
        fault={(entered) => refusedEntry({ t }, t('setUp:register.clientIdWrong'), entered)}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
      />
      {finish.problem !== null && (
        <ProblemCard problem={finish.problem} heading={t('setUp:register.failed')} />
      )}
      <Row gap={8}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={finish.running}
          {...(finish.running && { icon: <Spinner size="extra-tiny" /> })}
        >
          {finish.running ? t('setUp:register.working') : t('setUp:register.submit')}
        </Button>
        <Button appearance="subtle" onClick={() => setGivingUp(true)}>
          {t('setUp:register.giveUp')}
        </Button>
      </Row>
      {givingUp && <GiveUpDialog setUp={setUp} onClose={() => setGivingUp(false)} />}
    </form>
  );
}
