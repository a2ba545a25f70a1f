import { Button, Dropdown, Field, Input, makeStyles, Option } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { guid } from '../../../electron/contract/ids.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { refusedEntry } from '../../../text/words/typed-words.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '560px' },
  line: { margin: 0, maxWidth: '80ch' },
  list: { margin: 0, paddingLeft: '20px' },
});

/** Which registration reads the partner's list, and in which tenant it lives. */
export function SetUpCard() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const profiles = useQuery({ queryKey: keys.profiles(), queryFn: () => engine.profiles.list() });
  const [clientId, setClientId] = useState('');
  const [domainOrId, setDomainOrId] = useState('');
  const [profileId, setProfileId] = useState<string>();
  const [tried, setTried] = useState(false);
  const choices = profiles.data ?? [];
  const chosen = choices.find(({ id }) => id === profileId) ?? choices[0];
  const save = useAction(
    (profile: string) =>
      engine.partner.setUp({ clientId, domainOrId: domainOrId.trim(), profileId: profile }),
    () => queries.invalidateQueries({ queryKey: keys.partner() }),
  );
  const wrongId = !guid.safeParse(clientId).success;
  const missing = domainOrId.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrongId && !missing && chosen !== undefined) save.run(chosen.id);
  };
  return (
    <Card title={t('partner:setUp.title')}>
      <p className={styles.line}>{t('partner:setUp.what')}</p>
      <ul className={styles.list}>
        {t('partner:setUp.permissions', { returnObjects: true }).map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label={t('partner:setUp.clientId')}
          {...(tried &&
            wrongId && {
              validationMessage: refusedEntry({ t }, t('partner:setUp.clientIdWrong'), clientId),
            })}
        >
          <Input
            value={clientId}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => setClientId(data.value)}
          />
        </Field>
        <Field
          label={t('partner:setUp.domain')}
          {...(tried && missing && { validationMessage: t('partner:setUp.domainMissing') })}
        >
          <Input
            value={domainOrId}
            maxLength={255}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => setDomainOrId(data.value)}
          />
        </Field>
        {choices.length > 1 && chosen !== undefined && (
          <Field label={t('partner:setUp.cloud')}>
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
        {save.problem !== null && (
          <ProblemCard problem={save.problem} heading={t('partner:setUp.failed')} />
        )}
        <Button
          type="submit"
          appearance="primary"
          style={{ justifySelf: 'start' }}
          disabledFocusable={save.running || chosen === undefined}
        >
          {save.running ? t('partner:setUp.saving') : t('partner:setUp.save')}
        </Button>
      </form>
    </Card>
  );
}
