import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../../electron/contract/contract.ts';
import { go, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { EditCustomerDialog } from './edit-customer-dialog.tsx';
import { Row } from '../../ui/row.tsx';

/** Actions on the customer itself, apart from its connection. */
export function CustomerActions({ connection }: { readonly connection: Connection }) {
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const focusBack = useRestoreFocusTarget();
  return (
    <Row gap={8} align="start">
      <Button {...focusBack} onClick={() => setEditing(true)}>
        {t('customer:edit.open')}
      </Button>
      <Button appearance="subtle" onClick={() => go(paths.offBoard(connection.tenant.tenantId))}>
        {t('reset:offBoard.open')}
      </Button>
      <Button appearance="subtle" onClick={() => go(paths.forget(connection.tenant.tenantId))}>
        {t('forgetting:open')}
      </Button>
      <EditCustomerDialog
        tenant={connection.tenant}
        open={editing}
        onClose={() => setEditing(false)}
      />
    </Row>
  );
}
