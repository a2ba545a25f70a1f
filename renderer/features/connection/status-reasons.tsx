import { makeStyles } from '@fluentui/react-components';
import type { Connection } from '../../../electron/contract/contract.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { ReasonAction } from './reason-action.tsx';
import { RemovedReason } from './removed-reason.tsx';
import type { ConnectionActions } from './use-connection-actions.ts';

const useStyles = makeStyles({
  reasons: { display: 'grid', gap: '12px' },
});

/** Why the status is what it is, each reason with its action. */
export function StatusReasons({
  connection,
  actions,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
}) {
  const styles = useStyles();
  const { t } = useText();
  // The indicator itself says that nothing was tested yet; other known reasons are listed.
  const reasons = connection.status.reasons.filter(({ code }) => code !== 'grant.neverTested');
  if (reasons.length === 0) return null;
  return (
    <div className={styles.reasons} role="group" aria-label={t('connection:why')}>
      {reasons.map((reason) => {
        const key = `${reason.code} ${JSON.stringify(reason.params)}`;
        const card = (
          <ProblemCard key={key} problem={reason} tone="warning">
            <ReasonAction reason={reason} connection={connection} actions={actions} />
          </ProblemCard>
        );
        return reason.code === 'grant.removedHere' ? (
          <RemovedReason key={key} tenantId={connection.tenant.tenantId}>
            {card}
          </RemovedReason>
        ) : (
          card
        );
      })}
    </div>
  );
}
