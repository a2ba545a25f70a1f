import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import type { SyncRun } from '../../../electron/contract/sync.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { failuresOf } from '../../client/failures.ts';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { factsTicket } from '../../../text/reports/ticket.ts';
import { Card } from '../../ui/card.tsx';
import { CopyForTicket } from '../../ui/copy-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useNow } from '../../ui/use-now.ts';
import { hrefOf, paths } from '../../ui/router.ts';
import { useSubject } from '../../ui/subject.ts';
import { useText } from '../../ui/use-text.ts';
import { SyncGapsBar } from './sync-gaps-bar.tsx';
import { SyncProgress } from './sync-progress.tsx';
import { useSync } from './use-sync.ts';
import { Row } from '../../ui/row.tsx';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  said: { flexGrow: 1, display: 'grid', gap: '2px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Starts, follows and cancels the sync of one customer. */
export function SyncCard({ tenantId }: { readonly tenantId: string }) {
  const { t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const sync = useSync(tenantId);
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.lastSync(tenantId) });
  const start = useAction(
    (mode: 'auto' | 'full') => engine.syncs.start({ tenantId, mode }),
    refresh,
  );
  const cancel = useAction(
    async (run: SyncRun) => ({ run, ...(await engine.syncs.cancel({ tenantId })) }),
    refresh,
  );
  const notOurs = cancel.result?.cancelled === false && cancel.result.run.id === sync?.id;
  const running = sync?.state === 'running';
  const blocked = offline ? t('groups:sync.offline') : null;
  return (
    <Card title={t('groups:sync.title')}>
      {running ? (
        <>
          <SyncProgress run={sync} />
          <div>
            <Button disabledFocusable={cancel.running} onClick={() => cancel.run(sync)}>
              {t('groups:sync.cancel')}
            </Button>
          </div>
          <div role="status">
            {notOurs && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{t('groups:sync.notOurs')}</MessageBarBody>
              </MessageBar>
            )}
          </div>
        </>
      ) : (
        <Row gap={16} align="start">
          <LastSync run={sync} tenantId={tenantId} />
          {sync !== null && !offline && (
            <Button appearance="subtle" onClick={() => start.run('full')}>
              {t('groups:sync.full')}
            </Button>
          )}
          <BlockableButton
            appearance={sync === null ? 'primary' : 'secondary'}
            icon={<ArrowSync20Regular />}
            blocked={blocked}
            onPress={() => start.run('auto')}
          >
            {t('groups:sync.start')}
          </BlockableButton>
        </Row>
      )}
      {sync?.state === 'finished' && sync.gaps !== null && <SyncGapsBar gaps={sync.gaps} />}
      {!running && sync?.problem != null && <ProblemCard problem={sync.problem} />}
      {failuresOf([start, cancel]).map(({ key, problem }) => (
        <ProblemCard key={key} problem={problem} />
      ))}
    </Card>
  );
}

function LastSync({ run, tenantId }: { readonly run: SyncRun | null; readonly tenantId: string }) {
  const styles = useStyles();
  const { text, t, age, time, number } = useText();
  const subject = useSubject();
  const now = useNow();
  if (run === null || run.state === 'running') {
    return (
      <div className={styles.said}>
        <Words>{t('groups:sync.never')}</Words>
      </div>
    );
  }
  const { users, groups, memberships } = run.counts;
  const counts = t('groups:sync.resultCounts', {
    users: number(users),
    groups: number(groups),
    memberships: number(memberships),
  });
  const facts = [
    [t('ticket:sync'), time(run.finishedAt ?? run.startedAt)],
    [t('ticket:syncCounts'), counts],
  ] as const;
  return (
    <div className={styles.said} role="status">
      <Words>
        {t(`groups:sync.${run.state}`, { age: age(run.finishedAt ?? run.startedAt, now) })}
      </Words>
      {run.state === 'finished' && <p className={styles.quiet}>{counts}</p>}
      <Words>
        <Link href={hrefOf(paths.changes(tenantId))}>{t('groups:sync.changes')}</Link>
      </Words>
      {run.state === 'finished' && (
        <div>
          <CopyForTicket
            appearance="subtle"
            size="small"
            value={() => factsTicket(text, facts, Date.now(), subject)}
          />
        </div>
      )}
    </div>
  );
}
