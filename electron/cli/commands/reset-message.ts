import type { TenantRow } from '../../contract/tenant.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { messageStepOf, resetMessage } from '../../../text/reports/reset-messages.ts';
import { resetResult } from '../../../text/words/reset-words.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** Options that act on a reset; none of them can be combined with `--message`. */
interface Acting {
  readonly confirm?: boolean;
  readonly override?: string;
  readonly abandon?: string;
}

/**
 * `reset TENANT --message`: prints the current step of the open reset as a message to the customer's
 * administrator. Changes nothing about the reset and starts none.
 */
export async function printResetMessage(
  session: Session,
  tenant: TenantRow,
  connector: ResetConnector,
  { confirm, override, abandon }: Acting,
): Promise<ExitCode> {
  const { client, text, terminal, info } = session;
  const { tenantId } = tenant;
  if (confirm === true || override !== undefined || abandon !== undefined) {
    throw new UsageError(text.t('cli:reset.messageAlone'));
  }
  const reset = await client.resets.last({ tenantId });
  if (reset === null || reset.state === 'finished' || reset.state === 'abandoned') {
    throw new UsageError(text.t('resetMessages:noReset', { customer: customerName(tenant) }));
  }
  const step = messageStepOf(reset.state);
  if (step === null) {
    const at = resetResult(text, reset, connector);
    throw new UsageError(text.t('resetMessages:none', { step: at }));
  }
  const kit = await client.asked.kit({ tenantId, within: 'reset' });
  const practice = info.workspace === 'practice';
  const message = resetMessage(text, step, { reset, connector, kit, practice });
  terminal.result(`${text.t('asked:subject')}: ${message.subject}\n\n${message.body}`, {
    workspace: info.workspace,
    tenantId,
    step,
    message,
  });
  return exitCodes.ok;
}
