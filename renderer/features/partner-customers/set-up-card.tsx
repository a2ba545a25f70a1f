import { Button, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { newPartnerSignIn } from '../../../electron/contract/partner.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { Card } from '../../ui/card.tsx';
import { ConnectorField, useConnectorChoice } from '../../ui/forms/connector-field.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { refusedEntry } from '../../../text/words/typed-words.ts';
import { useText } from '../../ui/use-text.ts';
import { Words } from '../../ui/words.tsx';

const setUpForm = newPartnerSignIn.omit({ profileId: true });

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '560px' },
  list: { margin: 0, paddingLeft: '20px' },
});

/** Which registration reads the partner's list, and its tenant. */
export function SetUpCard() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const connector = useConnectorChoice();
  const save = useAction(
    (wanted: z.output<typeof newPartnerSignIn>) => engine.partner.setUp(wanted),
    () => queries.invalidateQueries({ queryKey: keys.partner() }),
  );
  const form = useCheckedForm({
    schema: setUpForm,
    untouched: { clientId: '', domainOrId: '' },
    onChecked: (typed) => {
      if (connector.chosen !== undefined) save.run({ ...typed, profileId: connector.chosen.id });
    },
  });
  return (
    <Card title={t('partner:setUp.title')}>
      <Words measure={80}>{t('partner:setUp.what')}</Words>
      <ul className={styles.list}>
        {t('partner:setUp.permissions', { returnObjects: true }).map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <form className={styles.form} {...form.element}>
        <TextField
          form={form}
          name="clientId"
          label={t('partner:setUp.clientId')}
          fault={(entered) => refusedEntry({ t }, t('partner:setUp.clientIdWrong'), entered)}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          form={form}
          name="domainOrId"
          label={t('partner:setUp.domain')}
          fault={t('partner:setUp.domainMissing')}
          maxLength={255}
          autoComplete="off"
          spellCheck={false}
        />
        <ConnectorField label={t('partner:setUp.cloud')} choice={connector} />
        {save.problem !== null && (
          <ProblemCard problem={save.problem} heading={t('partner:setUp.failed')} />
        )}
        <Button
          type="submit"
          appearance="primary"
          style={{ justifySelf: 'start' }}
          disabledFocusable={save.running || connector.chosen === undefined}
        >
          {save.running ? t('partner:setUp.saving') : t('partner:setUp.save')}
        </Button>
      </form>
    </Card>
  );
}
