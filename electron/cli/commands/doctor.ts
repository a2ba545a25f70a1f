import type { Command } from 'commander';
import type { VerdictKind } from '../../contract/doctor.ts';
import type { Translate } from '../../../text/create-text.ts';
import { diagnosisTicket } from '../../../text/reports/ticket-diagnosis.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import { ticketAbout } from '../ticket-about.ts';

/** Verdicts that require no action. */
const well: ReadonlySet<VerdictKind> = new Set(['nothingToDo', 'labelRefreshed']);

/**
 * `doctor TENANT`: one verdict with its evidence. Exits 0 only when nothing needs to be done; an open reset
 * counts as something to do.
 */
export function addDoctorCommand(program: Command, t: Translate): void {
  program
    .command('doctor')
    .description(t('cli:doctor.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--new-domain <domain>', t('cli:doctor.newDomain'))
    .action((query: string, options: { readonly newDomain?: string }, command: Command) =>
      run(command, async (session) => {
        const { client, text, terminal, info, now } = session;
        const tenant = findTenant(text, await client.tenants.list(), query);
        const diagnosis = await client.doctor.diagnose({ tenantId: tenant.tenantId, ...options });
        const { profile, account, status } = await client.tenants.get({
          tenantId: tenant.tenantId,
        });
        const about = await ticketAbout(session, tenant.tenantId);
        const subject = { tenant, profile, account, ...about };
        terminal.result(diagnosisTicket(text, subject, diagnosis, status, now()), {
          workspace: info.workspace,
          tenantId: tenant.tenantId,
          diagnosis,
          status,
        });
        if (well.has(diagnosis.verdict) && status.kind !== 'resetting') return exitCodes.ok;
        return diagnosis.verdict === 'couldNotTell' ? exitCodes.couldNotTell : exitCodes.notGreen;
      }),
    );
}
