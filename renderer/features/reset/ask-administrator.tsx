import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reset } from '../../../electron/contract/reset.ts';
import { useEngine, useHost } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { resetMessage } from '../../../text/reports/reset-messages.ts';
import type { MessageStep } from '../../../text/reports/reset-messages.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { MessageDialog, MessageSurface } from '../../ui/message-dialog.tsx';
import { useText } from '../../ui/use-text.ts';

interface Asking {
  readonly step: MessageStep;
  readonly reset: Reset;
  readonly connector: ResetConnector;
}

/** Hands the current step to the customer's administrator, as a message to copy. */
export function AskAdministrator(asking: Asking) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const focusBack = useRestoreFocusTarget();
  const close = () => setOpen(false);
  return (
    <>
      <Button {...focusBack} onClick={() => setOpen(true)}>
        {t('resetMessages:button')}
      </Button>
      <MessageDialog open={open} onClose={close}>
        <Surface {...asking} onClose={close} />
      </MessageDialog>
    </>
  );
}

function Surface({ step, reset, connector, onClose }: Asking & { readonly onClose: () => void }) {
  const { text, t } = useText();
  const { asked } = useEngine();
  const practice = useHost().workspace === 'practice';
  const { tenantId } = reset;
  const kit = useQuery({
    queryKey: keys.consentKit(tenantId, 'reset'),
    queryFn: () => asked.kit({ tenantId, within: 'reset' }),
  });
  const customer = kit.data === undefined ? t('common:unknown') : customerName(kit.data.tenant);
  return (
    <MessageSurface
      content={{
        title: t('resetMessages:title'),
        lead: practice ? t('resetMessages:leadPractice') : t('resetMessages:lead', { customer }),
        afterwards: t(`resetMessages:afterwards.${step}`, {
          backend: connector.backend?.name ?? t('reset:backend'),
        }),
        message:
          kit.data === undefined
            ? null
            : resetMessage(text, step, { reset, connector, kit: kit.data, practice }),
        problem: kit.isError ? problemFrom(kit.error) : null,
      }}
      onClose={onClose}
    />
  );
}
