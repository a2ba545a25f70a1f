import { makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { Demand } from '../../../electron/contract/account.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';
import { DemandRow } from './demand-row.tsx';
import { Quiet } from '../../ui/words.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '20px' },
});

/** Customers that did not accept the sign-in that the others accept. */
export function DemandsCard({
  demands,
  tenants,
  profiles,
}: {
  readonly demands: readonly Demand[];
  readonly tenants: readonly TenantRow[];
  readonly profiles: readonly Profile[];
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const again = useAction(
    () => engine.accounts.tryAgain(),
    () => void queries.invalidateQueries({ queryKey: ['accounts'] }),
  );
  const count = demands.length;
  if (count === 0) {
    return (
      <Card title={t('accounts:demands.none')}>
        <Quiet>{t('accounts:demands.noneWhy')}</Quiet>
      </Card>
    );
  }
  return (
    <Card title={t('accounts:demands.title', { count, formatted: number(count) })}>
      <Quiet>{t('accounts:demands.effect')}</Quiet>
      <ul className={styles.list}>
        {demands.map((demand) => (
          <DemandRow
            key={`${demand.profileId} ${demand.tenantId}`}
            demand={demand}
            tenant={tenants.find(({ tenantId }) => tenantId === demand.tenantId) ?? null}
            profile={profiles.find(({ id }) => id === demand.profileId) ?? null}
          />
        ))}
      </ul>
      {again.problem !== null && <ProblemCard problem={again.problem} />}
      <Row gap={12} align="center">
        <BlockableButton
          blocked={offline ? t('connection:offlineSignIn') : null}
          onPress={() => !again.running && again.run(undefined)}
        >
          {again.running ? t('accounts:demands.trying') : t('accounts:demands.tryAgain')}
        </BlockableButton>
        <span role="status">
          {again.result !== undefined &&
            t('accounts:demands.tried', { left: number(again.result.left) })}
        </span>
      </Row>
    </Card>
  );
}
