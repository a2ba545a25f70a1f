import type { Command } from 'commander';
import type { MemberRow } from '../../contract/directory.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { numberWords, timeWords } from '../../../text/words/format.ts';
import { exitCodes } from '../exit-codes.ts';
import { findGroup } from '../find-group.ts';
import { findTenant } from '../find-one.ts';
import { limitParser, readWindows } from '../limit.ts';
import { run } from '../run.ts';

interface MembersOptions {
  readonly effective: boolean;
  readonly search: string;
  readonly limit: number;
}

/** `members TENANT GROUP [--effective]`: members from the cache, with its age and what is missing from it. */
export function addMembersCommand(program: Command, t: Translate): void {
  program
    .command('members')
    .description(t('cli:members.about'))
    .argument('<tenant>', t('cli:tenant'))
    .argument('<group>', t('cli:members.group'))
    .option('--effective', t('cli:members.effective'), false)
    .option('--search <words>', t('cli:members.search'), '')
    .option('--limit <number>', t('cli:groups.limit'), limitParser(t), 50)
    .action((query: string, groupQuery: string, options: MembersOptions, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        const { tenantId } = findTenant(text, await client.tenants.list(), query);
        const { id: groupId } = await findGroup(client, text, tenantId, groupQuery);
        const group = await client.groups.get({ tenantId, groupId });
        const { effective, search, limit } = options;
        const scope = effective ? 'effective' : 'direct';
        const { total, rows } = await readWindows(limit, (window) =>
          client.groups.members({ tenantId, groupId, scope, search, ...window }),
        );
        const words = text.t(effective ? 'cli:members.peopleInside' : 'cli:members.direct', {
          shown: numberWords(text, rows.length),
          total: numberWords(text, total),
          group: group.displayName,
          synced:
            group.syncedAt === null ? text.t('cli:groups.never') : timeWords(text, group.syncedAt),
        });
        terminal.result([...rows.map((member) => row(text, member)), words].join('\n'), {
          workspace: info.workspace,
          tenantId,
          syncedAt: group.syncedAt,
          group: { id: groupId, displayName: group.displayName },
          scope,
          marks: group.marks,
          total,
          members: rows,
        });
        for (const { kind } of group.marks) terminal.note(text.t(`groups:mark.${kind}`));
        return total === 0 ? exitCodes.notGreen : exitCodes.ok;
      }),
    );
}

function row(text: Text, member: MemberRow): string {
  return text.t('cli:members.row', {
    id: member.id,
    name: member.displayName ?? text.t('cli:members.noName'),
    address: member.userPrincipalName ?? member.mail ?? '',
    type: text.t(`groups:memberType.${member.type}`),
  });
}
