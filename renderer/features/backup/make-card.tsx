import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useEngine } from '../../client/engine-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { isOpen, useFollowedExport } from '../../ui/use-export.ts';
import type { FollowedExport } from '../../ui/use-export.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '420px' },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' },
});

const least = 12;

/** What a backup holds and what not, its passphrase, and the file. */
export function MakeCard() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const followed = useFollowedExport((passphrase: string) => engine.backups.make({ passphrase }));
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = passphrase.length < least;
  const differ = passphrase !== again;
  const busy = followed.starting || isOpen(followed.job);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tooShort || differ || busy) return;
    followed.start(passphrase);
    setPassphrase('');
    setAgain('');
    setTried(false);
  };
  return (
    <Card title={t('backup:make.title')}>
      <p className={styles.line}>{t('backup:make.holds')}</p>
      <p className={styles.quiet}>{t('backup:make.holdsNot')}</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label={t('backup:make.passphrase')}
          hint={t('backup:make.passphraseHint')}
          {...(tried && tooShort && { validationMessage: t('backup:make.tooShort') })}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={passphrase}
            onChange={(_, data) => setPassphrase(data.value)}
          />
        </Field>
        <Field
          label={t('backup:make.again')}
          {...(tried && !tooShort && differ && { validationMessage: t('backup:make.differ') })}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={(_, data) => setAgain(data.value)}
          />
        </Field>
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {t('backup:make.button')}
          </Button>
        </div>
      </form>
      <Progress followed={followed} />
    </Card>
  );
}

/** Where the file went, or why there is none. */
function Progress({ followed }: { readonly followed: FollowedExport<string> }) {
  const styles = useStyles();
  const { t } = useText();
  const { job, problem } = followed;
  if (problem !== null) return <ProblemCard problem={problem} heading={t('backup:make.failed')} />;
  if (job === null) return null;
  if (isOpen(job)) {
    return (
      <div className={styles.row} role="status" data-backup={job.state}>
        <Spinner size="tiny" label={t('backup:make.running')} />
        <Button size="small" onClick={followed.cancel}>
          {t('backup:make.cancel')}
        </Button>
      </div>
    );
  }
  const { fileName, savedAs } = job;
  return (
    <div data-backup={job.state}>
      <p className={styles.line} role="status">
        {job.state === 'cancelled' ? t('backup:make.cancelled') : t('backup:make.finished')}{' '}
        {job.state === 'finished' && savedAs === null && t('backup:make.downloaded')}
      </p>
      {job.state === 'finished' && (
        <Facts
          facts={[
            savedAs === null
              ? { label: t('backup:make.file'), value: fileName }
              : { label: t('backup:make.savedAs'), value: savedAs, copy: savedAs },
          ]}
        />
      )}
    </div>
  );
}
