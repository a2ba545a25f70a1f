import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { connectorRemains } from '../../text/connector-remains.ts';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

/** Whether the connector stays behind in the customer's tenant, and the way to take it out of there first. */
export function OffBoardFirst({ tenant }: { readonly tenant: TenantRow }) {
  const { t } = useText();
  const { resets } = useEngine();
  const { tenantId, status } = tenant;
  const last = useQuery({
    queryKey: keys.reset(tenantId),
    queryFn: () => resets.last({ tenantId }),
  });
  if (last.data === undefined) return null;
  const remains = connectorRemains(status.kind, last.data);
  const isGone = remains === 'gone';
  const isOffBoarded = isGone && last.data?.purpose === 'offBoard';
  const words = isGone && !isOffBoarded ? 'notInstalled' : remains;
  return (
    <MessageBar intent={isGone ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody>{t(`forgetting:remains.${words}`)}</MessageBarBody>
      {(isOffBoarded || !isGone) && (
        <MessageBarActions>
          <Button onClick={() => go(paths.offBoard(tenantId))}>
            {t(isGone ? 'forgetting:toReport' : 'forgetting:offBoard')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
