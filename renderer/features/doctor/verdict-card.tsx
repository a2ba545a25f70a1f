import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { Diagnosis } from '../../../electron/contract/doctor.ts';
import type { GrantStatus } from '../../../electron/contract/grant.ts';
import { verdictWords } from '../../../text/words/doctor-words.ts';
import { PractiseFirst } from '../../ui/practise-first.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { StatusIndicator } from '../../ui/status-indicator.tsx';
import { useText } from '../../ui/use-text.ts';
import { CureButton } from './cure-button.tsx';
import { Evidence } from './evidence.tsx';
import { Quiet, Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '28px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  cure: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  link: { width: 'fit-content' },
});

/** The verdict first, then what to do, why, and who can do it. */
export function VerdictCard({
  found,
  status,
  isOld,
}: {
  readonly found: Diagnosis;
  /** The grant's current status, whatever it was at the diagnosis. */
  readonly status: GrantStatus;
  /** Newer facts are known, or time has passed: the verdict must not be acted on. */
  readonly isOld: boolean;
}) {
  const styles = useStyles();
  const { text, t, time } = useText();
  const words = verdictWords(text, found);
  return (
    <section className={styles.card} aria-label={t('doctor:verdictHeading')}>
      {isOld && (
        <MessageBar intent="warning">
          <MessageBarBody>{t('doctor:old', { at: time(found.at) })}</MessageBarBody>
        </MessageBar>
      )}
      <div role="status">
        <h2 className={styles.title}>{words.title}</h2>
      </div>
      <p className={styles.cure}>{words.cure}</p>
      <Words>{words.why}</Words>
      {words.who !== null && <Quiet>{words.who}</Quiet>}
      <StatusIndicator status={status} />
      <CureButton found={found} />
      <Evidence found={found} status={status} />
      <Quiet>{t('doctor:askedAt', { at: time(found.at) })}</Quiet>
      <Link className={styles.link} href={hrefOf(paths.connection(found.tenantId))}>
        {t('doctor:toConnection')}
      </Link>
      {(found.verdict === 'reset' || found.verdict === 'grantAgain') && <PractiseFirst quiet />}
    </section>
  );
}
