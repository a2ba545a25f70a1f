import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { leastPassphrase } from '../../../electron/contract/passphrase.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../../ui/forms/new-passphrase.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { isOpen, useFollowedExport } from '../../ui/use-export.ts';
import type { FollowedExport } from '../../ui/use-export.ts';
import { useText } from '../../ui/use-text.ts';
import { Quiet, Words } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '420px' },
});

/** What a backup contains and what not, its passphrase, and the file. */
export function MakeCard() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const followed = useFollowedExport((passphrase: string) => engine.backups.make({ passphrase }));
  const busy = followed.starting || isOpen(followed.job);
  const form = useNewPassphrase((passphrase, empty) => {
    if (busy) return;
    followed.start(passphrase);
    empty();
  });
  return (
    <Card title={t('backup:make.title')}>
      <Words>{t('backup:make.holds')}</Words>
      <Quiet>{t('backup:make.holdsNot')}</Quiet>
      <form className={styles.form} {...form.element}>
        <NewPassphraseFields
          form={form}
          words={{
            passphrase: t('backup:make.passphrase'),
            hint: t('backup:make.passphraseHint', { least: leastPassphrase }),
            tooShort: t('backup:make.tooShort', { least: leastPassphrase }),
            again: t('backup:make.again'),
            differ: t('backup:make.differ'),
          }}
        />
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

/** Where the file was saved, or why it wasn't. */
function Progress({ followed }: { readonly followed: FollowedExport<string> }) {
  const { t } = useText();
  const { job, problem } = followed;
  if (problem !== null) return <ProblemCard problem={problem} heading={t('backup:make.failed')} />;
  if (job === null) return null;
  if (isOpen(job)) {
    return (
      <Row gap={12} align="center" role="status" data-backup={job.state}>
        <Spinner size="tiny" label={t('backup:make.running')} />
        <Button size="small" onClick={followed.cancel}>
          {t('backup:make.cancel')}
        </Button>
      </Row>
    );
  }
  const { fileName, savedAs } = job;
  return (
    <div data-backup={job.state}>
      <Words role="status">
        {job.state === 'cancelled' ? t('backup:make.cancelled') : t('backup:make.finished')}{' '}
        {job.state === 'finished' && savedAs === null && t('backup:make.downloaded')}
      </Words>
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
