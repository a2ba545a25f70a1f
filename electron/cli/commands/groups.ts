import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { groupKind } from '../../contract/directory.ts';
import type { GroupKind, GroupRow, GroupWindow } from '../../contract/directory.ts';
import type { TenantRow } from '../../contract/tenant.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { numberWords, timeWords } from '../../../text/words/format.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { limitParser, readWindows } from '../limit.ts';
import { run } from '../run.ts';
import { UsageError } from '../usage-error.ts';

interface GroupsOptions {
  readonly all: boolean;
  readonly search: string;
  readonly kind: readonly GroupKind[];
  readonly limit: number;
}

const kinds = groupKind.options.join(', ');

/** `groups [TENANT] [--search WORDS] [--kind KIND]`: groups from the cache, with its age. */
export function addGroupsCommand(program: Command, t: Translate): void {
  const addKind = (value: string, before: readonly GroupKind[]): readonly GroupKind[] => {
    const kind = groupKind.safeParse(value);
    if (kind.success) return [...before, kind.data];
    throw new InvalidArgumentError(t('cli:groups.kindInvalid', { kinds }));
  };
  program
    .command('groups')
    .description(t('cli:groups.about'))
    .argument('[tenant]', t('cli:groups.tenant'))
    .option('--all', t('cli:groups.all'), false)
    .option('--search <words>', t('cli:groups.search'), '')
    .option('--kind <kind>', t('cli:groups.kind', { kinds }), addKind, [])
    .option('--limit <number>', t('cli:groups.limit'), limitParser(t), 50)
    .action((query: string | undefined, options: GroupsOptions, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        if (query !== undefined && options.all) {
          throw new UsageError(text.t('cli:groups.allAndOne'));
        }
        const tenants = await client.tenants.list();
        const tenantId = query === undefined ? null : findTenant(text, tenants, query).tenantId;
        const { search, kind, limit } = options;
        const found = await readWindows(limit, (window) =>
          client.groups.list({ tenantId, search, kinds: [...kind], ...window }),
        );
        const { total, rows, age } = found;
        const lines = rows.map((group) => row(text, group, tenantId === null ? tenants : null));
        lines.push(totalLine(text, found, tenantId));
        terminal.result(lines.join('\n'), {
          workspace: info.workspace,
          tenantId,
          ...(tenantId === null ? { age } : { syncedAt: age[0]?.syncedAt ?? null }),
          total,
          groups: rows,
        });
        return total === 0 ? exitCodes.notGreen : exitCodes.ok;
      }),
    );
}

/** `tenants` is null when all groups belong to one customer. */
function row(text: Text, group: GroupRow, tenants: readonly TenantRow[] | null): string {
  const words = {
    id: group.id,
    name: group.displayName,
    members: numberWords(text, group.directMembers),
    mark: group.incomplete ? text.t('cli:groups.incomplete') : '',
  };
  if (tenants === null) return text.t('cli:groups.row', words);
  const tenant = tenants.find(({ tenantId }) => tenantId === group.tenantId);
  const customer = tenant ? customerName(tenant) : group.tenantId;
  return text.t('cli:groups.rowOf', { ...words, customer });
}

function totalLine(text: Text, found: GroupWindow, tenantId: string | null): string {
  const counts = {
    shown: numberWords(text, found.rows.length),
    total: numberWords(text, found.total),
  };
  if (tenantId === null) {
    const customers = numberWords(text, found.age.length);
    return text.t('cli:groups.totalOfAll', { ...counts, customers });
  }
  return text.t('cli:groups.total', { ...counts, synced: syncedWords(text, found.age[0]) });
}

/** When a customer was last synced, or that it never was. */
function syncedWords(text: Text, age: { readonly syncedAt: string | null } | undefined): string {
  const at = age?.syncedAt ?? null;
  return at === null ? text.t('cli:groups.never') : timeWords(text, at);
}
