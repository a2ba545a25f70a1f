import { useQuery } from '@tanstack/react-query';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { connectorRemains } from '../../../text/reports/connector-remains.ts';
import type { ConnectorRemains } from '../../../text/reports/connector-remains.ts';

/** Whether the connector remains in the customer's tenant; null: not checked yet. */
export function useConnectorRemains({ tenantId, status }: TenantRow): {
  readonly remains: ConnectorRemains;
  /** Whether there is a report of an off-boarding. */
  readonly isOffBoarded: boolean;
} | null {
  const { resets } = useEngine();
  const last = useQuery({
    queryKey: keys.reset(tenantId),
    queryFn: () => resets.last({ tenantId }),
  });
  if (last.data === undefined) return null;
  const remains = connectorRemains(status.kind, last.data);
  return { remains, isOffBoarded: remains === 'gone' && last.data?.purpose === 'offBoard' };
}
