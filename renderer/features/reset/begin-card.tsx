import { Button, Link, makeStyles } from '@fluentui/react-components';
import type { ResetPurpose } from '../../../electron/contract/reset.ts';
import { Card } from '../../ui/card.tsx';
import { PractiseFirst } from '../../ui/practise-first.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { NameField, useNameForm } from './name-field.tsx';
import type { ResetView } from './use-reset.ts';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  field: { width: '320px' },
  // Beside the field, below the height of its label.
  button: { marginTop: '26px' },
  link: { width: 'fit-content' },
});

/** What a reset costs, and the name for its record. */
export function BeginCard({
  tenantId,
  purpose,
  begin,
}: {
  readonly tenantId: string;
  readonly purpose: ResetPurpose;
  readonly begin: ResetView['begin'];
}) {
  const styles = useStyles();
  const { t } = useText();
  const leaves = purpose === 'offBoard';
  const form = useNameForm((by) => !begin.running && begin.run({ by, purpose }));
  return (
    <Card title={t(leaves ? 'reset:offBoard.beginTitle' : 'reset:begin.title')}>
      {leaves ? (
        <Words measure={80}>{t('reset:offBoard.beginBody')}</Words>
      ) : (
        <>
          <Words measure={80}>{t('reset:begin.doctorFirst')}</Words>
          <Link className={styles.link} href={hrefOf(paths.cause(tenantId))}>
            {t('reset:begin.toDoctor')}
          </Link>
        </>
      )}
      <Words measure={80}>{t(leaves ? 'reset:offBoard.loses' : 'reset:begin.loses')}</Words>
      {!leaves && <PractiseFirst />}
      <form className={styles.form} {...form.element}>
        <NameField form={form} className={styles.field} />
        <Button
          type="submit"
          className={styles.button}
          appearance={leaves ? 'primary' : 'secondary'}
          disabledFocusable={begin.running}
        >
          {t(leaves ? 'reset:offBoard.button' : 'reset:begin.button')}
        </Button>
      </form>
      <Link className={styles.link} href={hrefOf(paths.takeOver())}>
        {t('reset:takeOver.menu')}
      </Link>
      {begin.problem !== null && (
        <ProblemCard
          problem={begin.problem}
          heading={t(leaves ? 'reset:offBoard.failed' : 'reset:begin.failed')}
        />
      )}
    </Card>
  );
}
