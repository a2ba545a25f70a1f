import { Button, Field, Input, Link, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import type { ResetView } from './use-reset.ts';

const useStyles = makeStyles({
  words: { margin: 0, maxWidth: '80ch' },
  form: { display: 'flex', gap: '12px', alignItems: 'flex-end', flexWrap: 'wrap' },
  field: { width: '320px' },
  link: { width: 'fit-content' },
});

/** What a reset costs, and whose name stands on it. */
export function BeginCard({
  tenantId,
  begin,
}: {
  readonly tenantId: string;
  readonly begin: ResetView['begin'];
}) {
  const styles = useStyles();
  const { t } = useText();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const typed = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed !== '' && !begin.running) begin.run(typed);
  };
  return (
    <Card title={t('reset:begin.title')}>
      <p className={styles.words}>{t('reset:begin.doctorFirst')}</p>
      <Link className={styles.link} href={hrefOf(paths.cause(tenantId))}>
        {t('reset:begin.toDoctor')}
      </Link>
      <p className={styles.words}>{t('reset:begin.loses')}</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          className={styles.field}
          label={t('reset:begin.name')}
          {...(tried && typed === '' && { validationMessage: t('reset:begin.nameMissing') })}
        >
          <Input value={name} maxLength={120} onChange={(_, data) => setName(data.value)} />
        </Field>
        <Button type="submit" disabledFocusable={begin.running}>
          {t('reset:begin.button')}
        </Button>
      </form>
      {begin.problem !== null && (
        <ProblemCard problem={begin.problem} heading={t('reset:begin.failed')} />
      )}
    </Card>
  );
}
