import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEngine, useHost } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))',
    gap: '20px',
    maxWidth: '880px',
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '28px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  body: { margin: 0, flexGrow: 1, color: tokens.colorNeutralForeground2 },
});

/** The first screen of a new computer: two ways to start. */
export function WelcomePage() {
  const styles = useStyles();
  const { t } = useText();
  const engine = useEngine();
  const host = useHost();
  const practice = useAction(
    () => engine.host.enterPractice(),
    () => {
      window.location.hash = '';
      window.location.reload();
    },
  );
  return (
    <Page title={t('welcome:title')} lead={t('welcome:lead')}>
      <div className={styles.choices}>
        {host.workspace === 'real' && (
          <section className={styles.choice}>
            <h2 className={styles.title}>{t('welcome:practice.title')}</h2>
            <p className={styles.body}>{t('welcome:practice.body')}</p>
            <Button
              appearance="primary"
              disabledFocusable={practice.running}
              {...(practice.running && { icon: <Spinner size="extra-tiny" /> })}
              onClick={() => practice.run(undefined)}
            >
              {practice.running ? t('welcome:practice.starting') : t('welcome:practice.button')}
            </Button>
            {practice.problem !== null && <ProblemCard problem={practice.problem} />}
          </section>
        )}
        <section className={styles.choice}>
          <h2 className={styles.title}>{t('welcome:own.title')}</h2>
          <p className={styles.body}>{t('welcome:own.body')}</p>
          <Button onClick={() => go(paths.newConnector())}>{t('welcome:own.button')}</Button>
        </section>
      </div>
    </Page>
  );
}
