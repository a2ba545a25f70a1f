import type { Command } from 'commander';
import type { Translate } from '../../../text/create-text.ts';
import { connectionTicket } from '../../../text/reports/ticket.ts';
import { exitCodeOfStatus } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import { ticketAbout } from '../ticket-about.ts';

/** `test TENANT`: exits 0 only when the connection is solid green. */
export function addTestCommand(program: Command, t: Translate): void {
  program
    .command('test')
    .description(t('cli:test.about'))
    .argument('<tenant>', t('cli:tenant'))
    .action((query: string, _options: unknown, command: Command) =>
      run(command, async (session) => {
        const { client, text, terminal, info, now } = session;
        const { tenantId } = findTenant(text, await client.tenants.list(), query);
        const { lastTest: test } = await client.grants.test({ tenantId });
        // Another process may have removed the customer's grant during the test: the status is asked for now.
        const connection = await client.tenants.get({ tenantId });
        const { tenant, status } = connection;
        const about = await ticketAbout(session, tenantId);
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
