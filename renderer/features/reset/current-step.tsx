import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import type { Reset, ResetStep } from '../../../electron/contract/reset.ts';
import { useOffline } from '../../client/engine-context.tsx';
import { stepName, stepWhat, stepWhy } from '../../../text/words/reset-words.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { messageStepOf } from '../../../text/reports/reset-messages.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { AskAdministrator } from './ask-administrator.tsx';
import { GrantButtons } from './grant-buttons.tsx';
import { OtherWays } from './other-ways.tsx';
import type { ResetView } from './use-reset.ts';
import { Quiet } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
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
  head: { display: 'flex', flexDirection: 'column', gap: '14px' },
  what: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  link: { width: 'fit-content' },
});

/** Steps that a person confirms. */
const confirmable: ReadonlySet<ResetStep> = new Set(['vendor', 'vendorGrant']);

/** What to do now, why, how it is checked, and the possible actions. */
export function CurrentStep({
  step,
  reset,
  connector,
  act,
  onHandOver,
}: {
  readonly step: ResetStep;
  readonly reset: Reset;
  readonly connector: ResetConnector;
  readonly act: ResetView['act'];
  readonly onHandOver: () => void;
}) {
  const styles = useStyles();
  const { text, t, time } = useText();
  const offline = useOffline();
  const by = reset.holder;
  const { backend } = connector;
  const isWatched = !confirmable.has(step);
  const asked = messageStepOf(step);
  return (
    <section className={styles.card} aria-label={t('reset:current')}>
      <div role="status" className={styles.head}>
        <h2 className={styles.title}>{stepName(text, step, connector)}</h2>
        {reset.note !== null && (
          <MessageBar
            intent={reset.note === 'alreadyThere' ? 'info' : 'warning'}
            layout="multiline"
          >
            <MessageBarBody>{t(`reset:note.${reset.note}`)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <p className={styles.what}>{stepWhat(text, step, connector)}</p>
      {step === 'granting' && reset.note === null && <Quiet>{t('reset:race')}</Quiet>}
      {confirmable.has(step) && backend?.address != null && (
        <Link className={styles.link} href={backend.address} target="_blank" rel="noreferrer">
          {t('reset:openBackend', { backend: backend.name })}
        </Link>
      )}
      {step === 'deletion' && (
        <>
          {reset.portalPage !== null && (
            <LinkButton href={reset.portalPage}>{t('reset:openPortal')}</LinkButton>
          )}
          <Quiet>{t('reset:path', { connector: connector.name })}</Quiet>
          {reset.firstRefusedAt !== null && <Quiet>{t('reset:refusedOnce')}</Quiet>}
        </>
      )}
      {step === 'settling' && reset.waitUntil !== null && (
        <Quiet>{t('reset:waitUntil', { at: time(reset.waitUntil) })}</Quiet>
      )}
      {step === 'granting' && <GrantButtons tenantId={reset.tenantId} />}
      {isWatched && !offline && (
        <Spinner className={styles.link} size="tiny" label={t('reset:watching')} />
      )}
      <Row gap={8} align="center">
        {confirmable.has(step) && (
          <Button appearance="primary" onClick={() => act.run({ kind: 'confirm', by })}>
            {t('reset:confirm')}
          </Button>
        )}
        {isWatched && (
          <BlockableButton
            blocked={offline ? t('connection:offlineTest') : null}
            onPress={() => !act.running && act.run({ kind: 'check' })}
          >
            {t('reset:checkNow')}
          </BlockableButton>
        )}
        {asked !== null && <AskAdministrator step={asked} reset={reset} connector={connector} />}
        <OtherWays step={step} reset={reset} act={act} onHandOver={onHandOver} />
      </Row>
      {act.problem !== null && <ProblemCard problem={act.problem} heading={t('reset:failed')} />}
      <Facts
        facts={[
          { label: t('reset:whyTitle'), value: stepWhy(text, step, reset.purpose) },
          { label: t('reset:checkTitle'), value: t(`reset:check.${step}`) },
        ]}
      />
    </section>
  );
}
