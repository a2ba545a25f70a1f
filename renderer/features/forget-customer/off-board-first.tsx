import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ConnectorRemains } from '../../../text/reports/connector-remains.ts';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

/** Whether the connector remains in the customer's tenant, and how to remove it from there first. */
export function OffBoardFirst({
  tenantId,
  remains,
  isOffBoarded,
}: {
  readonly tenantId: string;
  readonly remains: ConnectorRemains;
  /** Whether there is a report of an off-boarding. */
  readonly isOffBoarded: boolean;
}) {
  const { t } = useText();
  const isGone = remains === 'gone';
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
