import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useHost } from '../../client/engine-context.tsx';
import { EnterPractice } from '../../ui/enter-practice.tsx';
import { Page } from '../../ui/page.tsx';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: '16px',
    maxWidth: '960px',
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '24px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  body: { margin: 0, flexGrow: 1, color: tokens.colorNeutralForeground2 },
});

/** The first screen of a new computer: three ways to start. */
export function WelcomePage() {
  const styles = useStyles();
  const { t } = useText();
  const host = useHost();
  return (
    <Page title={t('welcome:title')} lead={t('welcome:lead')}>
      <div className={styles.choices}>
        {host.workspace === 'real' && (
          <section className={styles.choice}>
            <h2 className={styles.title}>{t('welcome:practice.title')}</h2>
            <p className={styles.body}>{t('welcome:practice.body')}</p>
            <EnterPractice appearance="primary" />
            <EnterPractice
              appearance="subtle"
              label={t('practise:button')}
              to={paths.practiseReset()}
            />
          </section>
        )}
        <section className={styles.choice}>
          <h2 className={styles.title}>{t('welcome:setUp.title')}</h2>
          <p className={styles.body}>{t('welcome:setUp.body')}</p>
          <Button onClick={() => go(paths.setUps())}>{t('welcome:setUp.button')}</Button>
        </section>
        <section className={styles.choice}>
          <h2 className={styles.title}>{t('welcome:own.title')}</h2>
          <p className={styles.body}>{t('welcome:own.body')}</p>
          <Button onClick={() => go(paths.newConnector())}>{t('welcome:own.button')}</Button>
          <Link href={hrefOf(paths.newVendor())}>{t('vendor:instead')}</Link>
        </section>
        {host.workspace === 'real' && (
          <section className={styles.choice}>
            <h2 className={styles.title}>{t('welcome:move.title')}</h2>
            <p className={styles.body}>{t('welcome:move.body')}</p>
            <Button onClick={() => go(paths.backup())}>{t('welcome:move.button')}</Button>
          </section>
        )}
      </div>
    </Page>
  );
}
