import type { Command } from 'commander';
import { kitMessage } from '../../../text/reports/consent-kit.ts';
import type { Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';

/**
 * `ask TENANT`: prints the message to the customer's administrator; `--mark` starts background tests of the
 * customer.
 */
export function addAskCommand(program: Command, t: Translate): void {
  program
    .command('ask')
    .description(t('cli:ask.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--mark', t('cli:ask.mark'), false)
    .option('--stop', t('cli:ask.stop'), false)
    .action((query: string, options: AskOptions, command: Command) => ask(command, query, options));
}

interface AskOptions {
  readonly mark: boolean;
  readonly stop: boolean;
}

async function ask(command: Command, query: string, { mark, stop }: AskOptions): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const tenant = findTenant(text, await client.tenants.list(), query);
    const { tenantId } = tenant;
    const name = customerName(tenant);
    const { workspace } = info;
    if (stop) {
      await client.asked.stop({ tenantId });
      terminal.result(text.t('cli:ask.stopped', { name }), { workspace, tenantId, stopped: true });
      return exitCodes.ok;
    }
    const kit = await client.asked.kit({ tenantId });
    const message = kitMessage(text, kit);
    const quietWatch = mark ? await client.asked.mark({ tenantId }) : tenant.quietWatch;
    if (mark) terminal.note(text.t('cli:ask.marked', { name }));
    terminal.result(`${text.t('asked:subject')}: ${message.subject}\n\n${message.body}`, {
      workspace,
      kit,
      message,
      quietWatch,
    });
    return exitCodes.ok;
  });
}
