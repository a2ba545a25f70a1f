import type { Command } from 'commander';
import type {
  ChangeSummary,
  GroupChange,
  MembershipChange,
  PersonChange,
} from '../../contract/comparison.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { numberWords, timeWords } from '../../../text/words/format.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { findSyncs } from '../find-sync.ts';
import { limitParser, readWindows } from '../limit.ts';
import { run } from '../run.ts';

interface CompareOptions {
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
}

/**
 * `compare TENANT [--from SYNC] [--to SYNC]`: what changed, from the cache; by default since the previous
 * sync.
 */
export function addCompareCommand(program: Command, t: Translate): void {
  program
    .command('compare')
    .description(t('cli:compare.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--from <sync>', t('cli:compare.from'))
    .option('--to <sync>', t('cli:compare.to'))
    .option('--limit <number>', t('cli:groups.limit'), limitParser(t), 50)
    .action((query: string, options: CompareOptions, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        const tenant = findTenant(text, await client.tenants.list(), query);
        const { tenantId } = tenant;
        const name = customerName(tenant);
        const syncs = findSyncs(text, await client.syncs.history({ tenantId }), options);
        if (syncs === null) {
          terminal.result(text.t('cli:compare.tooFew', { name }), {
            workspace: info.workspace,
            tenantId,
            comparison: null,
          });
          return exitCodes.couldNotTell;
        }
        const compared = { tenantId, from: syncs.from.id, to: syncs.to.id };
        const { comparisons } = client;
        const { from, to, summary } = await comparisons.summary(compared);
        const [groups, people, memberships] = await Promise.all([
          readWindows(options.limit, (window) => comparisons.groups({ ...compared, ...window })),
          readWindows(options.limit, (window) => comparisons.people({ ...compared, ...window })),
          readWindows(options.limit, (window) =>
            comparisons.memberships({ ...compared, ...window }),
          ),
        ]);
        const lines = [
          text.t('cli:compare.head', {
            name,
            from: timeWords(text, from.finishedAt),
            to: timeWords(text, to.finishedAt),
          }),
          text.t('cli:compare.groups', counts(text, summary.groups)),
          ...rows(text, groups, (change) => objectRow(text, change)),
          text.t('cli:compare.people', counts(text, summary.people)),
          ...rows(text, people, (change) => objectRow(text, change)),
          text.t('cli:compare.memberships', {
            added: numberWords(text, summary.memberships.added),
            removed: numberWords(text, summary.memberships.removed),
          }),
          ...rows(text, memberships, (change) => membershipRow(text, change)),
        ];
        terminal.result(lines.join('\n'), {
          workspace: info.workspace,
          tenantId,
          comparison: { from, to, summary, groups, people, memberships },
        });
        return exitCodes.ok;
      }),
    );
}

function counts(
  text: Text,
  { added, removed, renamed, changed }: ChangeSummary['groups'],
): Readonly<Record<keyof ChangeSummary['groups'], string>> {
  return {
    added: numberWords(text, added),
    removed: numberWords(text, removed),
    renamed: numberWords(text, renamed),
    changed: numberWords(text, changed),
  };
}

function rows<T>(
  text: Text,
  { total, rows: changes }: { readonly total: number; readonly rows: readonly T[] },
  line: (change: T) => string,
): string[] {
  const lines = changes.map(line);
  const count = total - changes.length;
  if (count > 0) lines.push(text.t('cli:compare.further', { count }));
  return lines;
}

function objectRow(text: Text, { change, id, before, after, fields }: GroupChange | PersonChange) {
  return text.t(`cli:compare.row.${change}`, {
    name: (after ?? before)?.displayName ?? id,
    before: before?.displayName ?? id,
    fields: fields.join(', '),
  });
}

function membershipRow(text: Text, { change, group, member }: MembershipChange): string {
  const name = text.t('cli:compare.membership', {
    member: member.displayName ?? member.userPrincipalName ?? member.id,
    group: group.displayName,
  });
  return text.t(`cli:compare.row.${change}`, { name });
}
