import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { guid } from '../../../../electron/contract/ids.ts';
import type { SetUp } from '../../../../electron/contract/set-up.ts';
import { useEngine } from '../../../client/engine-context.tsx';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { go, paths } from '../../../ui/router.ts';
import { refusedEntry } from '../../../../text/words/typed-words.ts';
import { useText } from '../../../ui/use-text.ts';
import { GiveUpDialog } from './give-up-dialog.tsx';

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
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

/** The client id comes back: with it the set-up becomes a connector. */
export function ClientIdForm({ setUp }: { readonly setUp: SetUp }) {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const [clientId, setClientId] = useState('');
  const [tried, setTried] = useState(false);
  const [givingUp, setGivingUp] = useState(false);
  const isRight = guid.safeParse(clientId).success;
  const finish = useAction(
    () => engine.setUps.finish({ setUpId: setUp.id, clientId: clientId.trim() }),
    async ({ profile }) => {
      go(paths.checkRegistration(profile.id));
      await queries.invalidateQueries({ queryKey: keys.profiles() });
      await queries.invalidateQueries({ queryKey: keys.tenants() });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isRight && !finish.running) finish.run(undefined);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        className={styles.field}
        label={t('setUp:register.clientId')}
        hint={t('setUp:register.clientIdHint')}
        {...(tried &&
          !isRight && {
            validationMessage: refusedEntry({ t }, t('setUp:register.clientIdWrong'), clientId),
          })}
      >
        <Input
          value={clientId}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => setClientId(data.value)}
        />
      </Field>
      {finish.problem !== null && (
        <ProblemCard problem={finish.problem} heading={t('setUp:register.failed')} />
      )}
      <div className={styles.actions}>
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
      </div>
      {givingUp && <GiveUpDialog setUp={setUp} onClose={() => setGivingUp(false)} />}
    </form>
  );
}
