import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RegistrationReport } from '../../../../electron/contract/set-up.ts';
import { useEngine, useHost } from '../../../client/engine-context.tsx';
import { failuresOf } from '../../../client/failures.ts';
import { keys } from '../../../client/queries.ts';
import { useAction } from '../../../client/use-action.ts';
import { permissionPlain, permissionWords } from '../../../../text/words/status-words.ts';
import { Card } from '../../../ui/card.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../../ui/router.ts';
import { StatusIndicator } from '../../../ui/status-indicator.tsx';
import { StuckHelp } from '../../../ui/stuck-help.tsx';
import { useText } from '../../../ui/use-text.ts';
import { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '24px', display: 'grid', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', gap: '20px', alignItems: 'center', flexWrap: 'wrap' },
});

/**
 * Grants the connector in the home tenant too, so that its registration can be read. The registration is
 * checked again when the grant takes effect, and whenever an attempt ends.
 */
export function HomeGrant({
  report,
  onGranted,
}: {
  readonly report: RegistrationReport;
  readonly onGranted: () => void;
}) {
  const { t } = useText();
  return (
    <Card title={t('setUp:grant.title')}>
      {report.grant === 'here' ? (
        <GrantHere report={report} onGranted={onGranted} />
      ) : (
        <p>{t('setUp:grant.inPortal')}</p>
      )}
    </Card>
  );
}

function GrantHere({
  report,
  onGranted,
}: {
  readonly report: RegistrationReport;
  readonly onGranted: () => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const { practiceHome } = useHost();
  const { tenantId, profile } = report;
  const begin = useAction(() => engine.grants.begin({ tenantId }));
  const connection = useQuery({
    queryKey: keys.connection(tenantId),
    queryFn: () => engine.tenants.get({ tenantId }),
  });
  const stop = useAction(
    () => engine.grants.cancel({ tenantId }),
    () => void queries.invalidateQueries({ queryKey: keys.connection(tenantId) }),
  );
  const status = connection.data?.status;
  const attempt = connection.data?.attempt ?? null;
  const isOpen = attempt !== null && attempt.endedAt === null;
  const noWayBack = report.checks.some(
    ({ kind, verdict }) => kind === 'redirect' && verdict === 'wrong',
  );
  // A surplus permission does not prevent reading the registration.
  const isInEffect = status?.kind === 'excessive' || (status?.kind === 'granted' && !status.stale);
  const seen = useRef({ open: false, inEffect: false });
  useEffect(() => {
    const before = seen.current;
    seen.current = { open: isOpen, inEffect: before.inEffect || isInEffect };
    const hasEnded = before.open && !isOpen;
    if (hasEnded || (isInEffect && !before.inEffect)) onGranted();
  }, [isOpen, isInEffect, onGranted]);
  return (
    <>
      <Words measure={90}>{t('setUp:grant.why')}</Words>
      <Words measure={90}>{t('setUp:grant.who')}</Words>
      {practiceHome !== undefined && (
        <Words measure={90}>{t('connection:grant.newcomer', practiceHome)}</Words>
      )}
      <ul className={styles.list}>
        {profile.requiredPermissions.map((permission) => (
          <li key={`${permission.id} ${permission.type}`}>
            <strong>{permissionWords(text, permission)}</strong>{' '}
            <span className={styles.quiet}>{permissionPlain(text, permission)}</span>
          </li>
        ))}
      </ul>
      {noWayBack && <Words measure={90}>{t('setUp:grant.redirectFirst')}</Words>}
      <div className={styles.row}>
        <Button
          appearance={noWayBack ? 'secondary' : 'primary'}
          onClick={() => !begin.running && begin.run(undefined)}
        >
          {t('setUp:grant.button')}
        </Button>
        {isOpen && (
          <Button onClick={() => !stop.running && stop.run(undefined)}>
            {t('connection:now.cancel')}
          </Button>
        )}
        {status !== undefined && <StatusIndicator status={status} />}
        <Link href={hrefOf(paths.connection(tenantId))}>{t('setUp:grant.details')}</Link>
      </div>
      {failuresOf([begin, stop]).map(({ key, problem }) => (
        <ProblemCard key={key} problem={problem} heading={t('setUp:grant.failed')} />
      ))}
      {isOpen && <StuckHelp />}
    </>
  );
}
