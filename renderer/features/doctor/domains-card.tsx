import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Diagnosis } from '../../../electron/contract/doctor.ts';
import { domainFacts, domainSentences } from '../../../text/words/doctor-words.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
  form: { display: 'flex', gap: '12px', alignItems: 'flex-end', flexWrap: 'wrap' },
  field: { flexGrow: 1, maxWidth: '420px' },
});

/** What is known of the customer's domains; asks for the new one where the connector cannot read it. */
export function DomainsCard({
  found,
  onAsk,
}: {
  readonly found: Diagnosis;
  readonly onAsk: (domain: string) => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const [domain, setDomain] = useState('');
  const [tried, setTried] = useState(false);
  const typed = domain.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed !== '') onAsk(typed);
  };
  return (
    <Card title={t('doctor:domains.title')}>
      <Facts facts={domainFacts(text, found).map(([label, value]) => ({ label, value }))} />
      <ul className={styles.list}>
        {domainSentences(text, found).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {found.asksForDomain && (
        <form className={styles.form} onSubmit={submit} noValidate>
          <Field
            className={styles.field}
            label={t('doctor:ask.label')}
            hint={t('doctor:ask.hint')}
            {...(tried && typed === '' && { validationMessage: t('doctor:ask.missing') })}
          >
            <Input
              value={domain}
              maxLength={255}
              spellCheck={false}
              onChange={(_, data) => setDomain(data.value)}
            />
          </Field>
          <Button type="submit">{t('doctor:ask.button')}</Button>
        </form>
      )}
    </Card>
  );
}
