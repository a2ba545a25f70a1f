import type { Command } from 'commander';
import { ticketNumber } from '../../contract/ticket.ts';
import type { Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { statusWords } from '../../../text/words/status-words.ts';
import { exitCodes } from '../exit-codes.ts';
import { findProfile, findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { addTenantsEditCommand } from './tenants-edit.ts';
import { addTenantsForgetCommand } from './tenants-forget.ts';
import { addTenantsImportCommand } from './tenants-import.ts';

/** `tenants add|list|ticket|import|edit|forget`. */
export function addTenantsCommands(program: Command, t: Translate): void {
  const tenants = program.command('tenants').description(t('cli:tenants.about'));
  tenants
    .command('add')
    .description(t('cli:tenants.add'))
    .argument('<domainOrId>', t('cli:tenants.domainOrId'))
    .option('--profile <profile>', t('cli:tenants.profile'))
    .option('--alias <name>', t('cli:tenants.alias'))
    .action((domainOrId: string, _options: unknown, command: Command) => add(command, domainOrId));
  tenants
    .command('list')
    .description(t('cli:tenants.list'))
    .option('--tag <tag>', t('cli:customers.tag'))
    .action((_options: unknown, command: Command) => list(command));
  tenants
    .command('ticket')
    .description(t('cli:tenants.ticket'))
    .argument('<tenant>', t('cli:tenant'))
    .argument('[number]', t('cli:tenants.ticketNumber'))
    .option('--clear', t('cli:tenants.ticketClear'), false)
    .action((query: string, number: string | undefined, _options: unknown, command: Command) =>
      ticket(command, query, number),
    );
  addTenantsImportCommand(tenants, t);
  addTenantsEditCommand(tenants, t);
  addTenantsForgetCommand(tenants, t);
}

async function add(command: Command, domainOrId: string): Promise<void> {
  const options = command.opts<{ readonly profile?: string; readonly alias?: string }>();
  await run(command, async ({ client, text, terminal, info }) => {
    const profile =
      options.profile === undefined
        ? null
        : findProfile(text, await client.profiles.list(), options.profile);
    const added = await client.tenants.add({
      domainOrId,
      ...(profile && { profileId: profile.id }),
      ...(options.alias !== undefined && { alias: options.alias }),
    });
    const { tenantId } = added.tenant;
    terminal.result(
      text.t(added.already ? 'cli:tenants.already' : 'cli:tenants.added', {
        name: customerName(added.tenant),
        tenantId,
      }),
      { workspace: info.workspace, ...added },
    );
    return exitCodes.ok;
  });
}

async function list(command: Command): Promise<void> {
  await run(command, async ({ client, text, terminal, info, now }) => {
    const wanted = command.opts<{ readonly tag?: string }>().tag?.toLowerCase();
    const tenants = (await client.tenants.list()).filter(
      ({ tags }) => wanted === undefined || tags.some((tag) => tag.toLowerCase() === wanted),
    );
    const lines = tenants.map((tenant) =>
      text.t('cli:tenants.row', {
        tenantId: tenant.tenantId,
        name: customerName(tenant),
        status: statusWords(text, tenant.status, now()),
      }),
    );
    terminal.result(lines.join('\n') || text.t('cli:tenants.none'), {
      workspace: info.workspace,
      tenants,
    });
    return exitCodes.ok;
  });
}

async function ticket(command: Command, query: string, number: string | undefined): Promise<void> {
  const { clear } = command.opts<{ readonly clear: boolean }>();
  await run(command, async ({ client, text, terminal, info }) => {
    const tenant = findTenant(text, await client.tenants.list(), query);
    const { tenantId } = tenant;
    if (clear) await client.tickets.set({ tenantId, ticket: null });
    else if (number !== undefined) {
      const parsed = ticketNumber.safeParse(number);
      if (!parsed.success) throw new UsageError(text.t('cli:badTicket'));
      await client.tickets.set({ tenantId, ticket: parsed.data });
    }
    const kept = (await client.tickets.list()).find((row) => row.tenantId === tenantId);
    const name = customerName(tenant);
    terminal.result(
      kept === undefined
        ? text.t('cli:tenants.ticketNone', { name })
        : text.t('cli:tenants.ticketKept', { name, ticket: kept.ticket }),
      { workspace: info.workspace, tenantId, ticket: kept?.ticket ?? null },
    );
    return exitCodes.ok;
  });
}
