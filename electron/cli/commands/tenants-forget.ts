import type { Command } from 'commander';
import type { Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';

/** `tenants forget TENANT`: lists what would be removed, and removes it with `--yes`. */
export function addTenantsForgetCommand(tenants: Command, t: Translate): void {
  tenants
    .command('forget')
    .description(t('cli:customers.forget.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--yes', t('cli:customers.forget.yes'), false)
    .action((query: string, options: { readonly yes: boolean }, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        const tenant = findTenant(text, await client.tenants.list(), query);
        const { tenantId } = tenant;
        const name = customerName(tenant);
        const { staysSignedIn, damagedCopies } = await client.tenants.forgetting({ tenantId });
        const staying = staysSignedIn.map((account) => text.t('forgetting:account', { account }));
        if (!options.yes) {
          const words = [
            text.t('cli:customers.forget.would', { name, tenantId }),
            ...(damagedCopies.length > 0
              ? [text.t('cli:customers.forget.damaged', { files: damagedCopies.join(', ') })]
              : []),
            ...staying,
            text.t('cli:customers.forget.how'),
          ];
          terminal.result(words.join('\n'), {
            workspace: info.workspace,
            forgotten: null,
            staysSignedIn,
            damagedCopies,
          });
          return exitCodes.usage;
        }
        const { damagedCopies: deleted } = await client.tenants.forget({ tenantId });
        const words = [
          text.t('forgetting:done', { name }),
          ...(deleted.length > 0
            ? [text.t('forgetting:damagedDone', { files: deleted.join(', ') })]
            : []),
          ...staying,
        ];
        terminal.result(words.join('\n'), {
          workspace: info.workspace,
          forgotten: tenantId,
          staysSignedIn,
          damagedCopies: deleted,
        });
        return exitCodes.ok;
      }),
    );
}
