import type { Command } from 'commander';
import { tenantAlias, tenantNotes, tenantTags } from '../../contract/tenant.ts';
import type { Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import { UsageError } from '../usage-error.ts';

interface EditOptions {
  readonly alias?: string;
  readonly tags?: string;
  readonly notes?: string;
}

/** `tenants edit TENANT`: changes alias, tags or notes. */
export function addTenantsEditCommand(tenants: Command, t: Translate): void {
  tenants
    .command('edit')
    .description(t('cli:customers.edit.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--alias <name>', t('cli:customers.edit.alias'))
    .option('--tags <tags>', t('cli:customers.edit.tags'))
    .option('--notes <text>', t('cli:customers.edit.notes'))
    .action((query: string, options: EditOptions, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        const { alias, notes } = options;
        const tags = options.tags
          ?.split(/[,;]/)
          .map((tag) => tag.trim())
          .filter((tag) => tag !== '');
        if (alias === undefined && notes === undefined && tags === undefined) {
          throw new UsageError(text.t('cli:customers.edit.nothing'));
        }
        if (tags !== undefined && !tenantTags.safeParse(tags).success) {
          throw new UsageError(text.t('cli:customers.edit.tagsTooMany'));
        }
        if (
          !tenantAlias.safeParse(alias ?? '').success ||
          !tenantNotes.safeParse(notes ?? '').success
        ) {
          throw new UsageError(text.t('cli:customers.edit.tooLong'));
        }
        const { tenantId } = findTenant(text, await client.tenants.list(), query);
        const tenant = await client.tenants.edit({
          tenantId,
          ...(alias !== undefined && { alias }),
          ...(tags !== undefined && { tags }),
          ...(notes !== undefined && { notes }),
        });
        terminal.result(text.t('cli:customers.edit.done', { name: customerName(tenant) }), {
          workspace: info.workspace,
          tenant,
        });
        return exitCodes.ok;
      }),
    );
}
