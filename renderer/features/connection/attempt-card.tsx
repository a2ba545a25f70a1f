import { Button, Spinner } from '@fluentui/react-components';
import type { Connection } from '../../../electron/contract/contract.ts';
import type { ConsentAttempt } from '../../../electron/contract/grant.ts';
import { useOffline } from '../../client/engine-context.tsx';
import { failuresOf } from '../../client/failures.ts';
import { permissionWords } from '../../../text/words/status-words.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { NoRedirect } from './no-redirect.tsx';
import { StuckHelp } from '../../ui/stuck-help.tsx';
import type { ConnectionActions } from './use-connection-actions.ts';
import { Quiet, Words } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

/** The current state of a consent: its phase, the next test, and what to do. */
export function AttemptCard({
  connection,
  actions,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
}) {
  const { t } = useText();
  const offline = useOffline();
  const { attempt, lastTest, status, profile } = connection;
  if (attempt === null || isOld(attempt, lastTest?.finishedAt ?? null)) return null;
  const running = attempt.endedAt === null;
  const waiting = attempt.phase === 'waitingForAdministrator';
  const checking = actions.checkNow.running;
  const failed = failuresOf([actions.checkNow, actions.reopen, actions.cancel]);
  // The reader's own consent redirects to this computer; the vendor's does not.
  const comesBack = profile.vendor === undefined || attempt?.profileId !== profile.id;
  const words = t(`connection:now.${wordsOf(attempt)}`);
  // Most problems of an attempt are also reasons of the status, which are shown above: don't repeat them.
  const isSaidAbove = status.reasons.some(({ code }) => code === attempt.problem?.code);
  return (
    <Card title={t('connection:now.title')}>
      <Words role="status">{words}</Words>
      {waiting && !comesBack && <NoRedirect profile={profile} />}
      {running && <AttemptProgress attempt={attempt} />}
      {attempt.problem !== null && !isSaidAbove && <ProblemCard problem={attempt.problem} />}
      <Row gap={8} align="start">
        {attempt.phase !== 'granted' && (
          <BlockableButton
            appearance="primary"
            {...(checking && { icon: <Spinner size="extra-tiny" /> })}
            blocked={offline ? t('connection:offlineTest') : null}
            onPress={() => !checking && actions.checkNow.run()}
          >
            {checking ? t('connection:checking') : t('connection:checkNow')}
          </BlockableButton>
        )}
        {running && waiting && (
          <>
            <Button onClick={() => actions.reopen.run()}>{t('connection:now.reopen')}</Button>
            <CopyButton label={t('connection:now.copyLink')} value={() => attempt.url} />
          </>
        )}
        {running && (
          <Button appearance="subtle" onClick={() => actions.cancel.run()}>
            {t('connection:now.cancel')}
          </Button>
        )}
      </Row>
      {failed.map(({ key, problem }) => (
        <ProblemCard key={key} problem={problem} heading={t('connection:actionFailed')} />
      ))}
      {attempt.phase !== 'granted' && <StuckHelp />}
    </Card>
  );
}

function AttemptProgress({ attempt }: { readonly attempt: ConsentAttempt }) {
  const { text, t, age, duration } = useText();
  const now = useNow(1000);
  const { startedAt, tests, nextTestAt, missing } = attempt;
  const next = nextTestAt === null ? 0 : Date.parse(nextTestAt) - now;
  const parts = [
    t('connection:now.started', { age: age(startedAt, now) }),
    ...(tests > 0 ? [t('connection:now.tests', { count: tests })] : []),
    ...(next > 0 ? [t('connection:now.nextTest', { duration: duration(next) })] : []),
  ];
  const names = missing.map((name) => permissionWords(text, { name })).join(', ');
  return (
    <>
      <Quiet>{parts.join(' · ')}</Quiet>
      {missing.length > 0 && <Quiet>{t('connection:now.missing', { permissions: names })}</Quiet>}
    </>
  );
}

/** A consent can time out in three ways, and only one of them is an administrator who never answered. */
function wordsOf({ phase, problem }: ConsentAttempt) {
  if (phase !== 'timedOut') return phase;
  if (problem?.code === 'consent.stillMissing') return 'notApplied';
  if (problem?.code === 'consent.notOnRecord') return 'notOnRecord';
  return problem?.code === 'consent.interrupted' ? 'interrupted' : phase;
}

/** An attempt that ended before the last test is history: it is on the Activity page. */
function isOld(attempt: ConsentAttempt, lastTestAt: string | null): boolean {
  if (attempt.endedAt === null) return false;
  if (attempt.phase === 'granted') return true;
  return lastTestAt !== null && Date.parse(attempt.endedAt) < Date.parse(lastTestAt);
}
