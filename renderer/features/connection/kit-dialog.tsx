import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../../../electron/contract/contract.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { kitMessage } from '../../../text/reports/consent-kit.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { MessageDialog, MessageSurface } from '../../ui/message-dialog.tsx';
import { useText } from '../../ui/use-text.ts';
import type { ConnectionActions } from './use-connection-actions.ts';

/** The message to a customer's administrator: read it, copy it, then mark the customer as asked. */
export function KitDialog({
  connection,
  actions,
  open,
  onClose,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  return (
    <MessageDialog open={open} onClose={onClose}>
      <KitSurface connection={connection} actions={actions} onClose={onClose} />
    </MessageDialog>
  );
}

function KitSurface({
  connection,
  actions,
  onClose,
}: {
  readonly connection: Connection;
  readonly actions: ConnectionActions;
  readonly onClose: () => void;
}) {
  const { text, t } = useText();
  const { asked } = useEngine();
  const { tenantId } = connection.tenant;
  const customer = customerName(connection.tenant);
  const kit = useQuery({
    queryKey: keys.consentKit(tenantId),
    queryFn: () => asked.kit({ tenantId }),
  });
  const mark = () => {
    actions.ask.run();
    onClose();
  };
  return (
    <MessageSurface
      content={{
        title: t('asked:title'),
        lead: t('asked:lead', { customer }),
        afterwards: t('asked:markWhy', { customer }),
        message: kit.data === undefined ? null : kitMessage(text, kit.data),
        problem: kit.isError ? problemFrom(kit.error) : null,
      }}
      onClose={onClose}
      action={{ label: t('asked:mark'), run: mark }}
    />
  );
}
