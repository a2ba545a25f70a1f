import type { Command } from 'commander';
import type { Translate } from '../../../renderer/text/create-text.ts';
import { connectionTicket } from '../../../renderer/text/ticket.ts';
import { exitCodeOfStatus } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import type { GlobalOptions } from '../session.ts';

/** `test TENANT`: exits 0 only when the connection is solid green. */
export function addTestCommand(program: Command, t: Translate): void {
  program
    .command('test')
    .description(t('cli:test.about'))
    .argument('<tenant>', t('cli:tenant'))
    .action((query: string, _options: unknown, command: Command) =>
      run(command, async ({ client, text, terminal, info, now }) => {
        const { tenantId } = findTenant(text, await client.tenants.list(), query);
        const test = await client.grants.test({ tenantId });
        const connection = await client.tenants.get({ tenantId });
        const { tenant, status } = connection;
        const kept = (await client.tickets.list()).find((row) => row.tenantId === tenantId);
        const about = {
          practice: info.workspace === 'practice',
          ticket: command.optsWithGlobals<GlobalOptions>().ticket ?? kept?.ticket ?? null,
        };
        terminal.result(connectionTicket(text, connection, now(), about), {
          workspace: info.workspace,
          tenant,
          status,
          test,
        });
        return exitCodeOfStatus(status);
      }),
    );
}
