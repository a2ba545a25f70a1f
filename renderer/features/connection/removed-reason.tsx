import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { connectorRemains } from '../../../text/reports/connector-remains.ts';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

/**
 * Why a connection was removed from Evergrant: off-boarded and verified as deleted, or otherwise what the
 * status says.
 */
export function RemovedReason({
  tenantId,
  children,
}: {
  readonly tenantId: string;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const { resets } = useEngine();
  const last = useQuery({
    queryKey: keys.reset(tenantId),
    queryFn: () => resets.last({ tenantId }),
  });
  if (last.data === undefined) return null;
  if (connectorRemains('removed', last.data) !== 'gone') return children;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {t('connection:offBoarded')}{' '}
        <Link href={hrefOf(paths.offBoard(tenantId))}>{t('connection:toReport')}</Link>
      </MessageBarBody>
    </MessageBar>
  );
}
