import { Button, makeStyles } from '@fluentui/react-components';
import { z } from 'zod';
import type { Diagnosis } from '../../../electron/contract/doctor.ts';
import { domainFacts, domainSentences } from '../../../text/words/doctor-words.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { useCheckedForm } from '../../ui/forms/use-checked-form.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
  form: { display: 'flex', gap: '12px', alignItems: 'flex-end', flexWrap: 'wrap' },
  field: { flexGrow: 1, maxWidth: '420px' },
});

const askForm = z.object({ domain: z.string().trim().min(1) });

/** What is known about the customer's domains; asks for the new one if the connector can't read it. */
export function DomainsCard({
  found,
  onAsk,
}: {
  readonly found: Diagnosis;
  readonly onAsk: (domain: string) => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const form = useCheckedForm({
    schema: askForm,
    untouched: { domain: '' },
    onChecked: ({ domain }) => onAsk(domain),
  });
  return (
    <Card title={t('doctor:domains.title')}>
      <Facts facts={domainFacts(text, found).map(([label, value]) => ({ label, value }))} />
      <ul className={styles.list}>
        {domainSentences(text, found).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {found.asksForDomain && (
        <form className={styles.form} {...form.element}>
          <TextField
            form={form}
            name="domain"
            className={styles.field}
            label={t('doctor:ask.label')}
            hint={t('doctor:ask.hint')}
            fault={t('doctor:ask.missing')}
            maxLength={255}
            spellCheck={false}
          />
          <Button type="submit">{t('doctor:ask.button')}</Button>
        </form>
      )}
    </Card>
  );
}
