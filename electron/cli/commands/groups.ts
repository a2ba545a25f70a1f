import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { GroupRow, GroupWindow } from '../../contract/directory.ts';
import type { Text, Translate } from '../../../renderer/text/create-text.ts';
import { numberWords, timeWords } from '../../../renderer/text/format.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import type { Client } from '../session.ts';

/** The engine serves windows of at most this many rows. */
const windowSize = 200;

/** `groups TENANT [--search WORDS]`: from the cache, with its age. */
export function addGroupsCommand(program: Command, t: Translate): void {
  const limit = (value: string): number => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1) return number;
    throw new InvalidArgumentError(t('cli:groups.limitInvalid'));
  };
  program
    .command('groups')
    .description(t('cli:groups.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--search <words>', t('cli:groups.search'), '')
    .option('--limit <number>', t('cli:groups.limit'), limit, 50)
    .action((query: string, options: { search: string; limit: number }, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        const { tenantId } = findTenant(text, await client.tenants.list(), query);
        const { total, rows, age } = await read(client, tenantId, options);
        const lines = rows.map((group) => row(text, group));
        const syncedAt = age[0]?.syncedAt ?? null;
        lines.push(
          text.t('cli:groups.total', {
            shown: numberWords(text, rows.length),
            total: numberWords(text, total),
            synced: syncedAt === null ? text.t('cli:groups.never') : timeWords(text, syncedAt),
          }),
        );
        terminal.result(lines.join('\n'), {
          workspace: info.workspace,
          tenantId,
          syncedAt,
          total,
          groups: rows,
        });
        return total === 0 ? exitCodes.notGreen : exitCodes.ok;
      }),
    );
}

async function read(
  client: Client,
  tenantId: string,
  { search, limit }: { readonly search: string; readonly limit: number },
): Promise<GroupWindow> {
  const ask = (offset: number): Promise<GroupWindow> =>
    client.groups.list({ tenantId, search, offset, limit: Math.min(windowSize, limit - offset) });
  const first = await ask(0);
  const rows = [...first.rows];
  while (rows.length < Math.min(limit, first.total)) {
    const next = await ask(rows.length);
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}

function row(text: Text, group: GroupRow): string {
  return text.t('cli:groups.row', {
    id: group.id,
    name: group.displayName,
    members: numberWords(text, group.directMembers),
    mark: group.incomplete ? text.t('cli:groups.incomplete') : '',
  });
}
