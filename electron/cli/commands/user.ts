import { Option } from 'commander';
import type { Command } from 'commander';
import type { PersonGroup, PersonGroups, PersonRow } from '../../contract/directory.ts';
import type { TenantRow } from '../../contract/tenant.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { timeWords } from '../../../text/words/format.ts';
import { problemSentence } from '../../platform/problem-sentence.ts';
import { exitCodeOfProblem, exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { explain } from './explain.ts';

interface UserOptions {
  readonly tenant?: string;
  readonly live: boolean;
  readonly why?: string;
}

/** `user QUERY`: the groups of one person, or the people that match the query. */
export function addUserCommand(program: Command, t: Translate): void {
  program
    .command('user')
    .description(t('cli:user.about'))
    .argument('<query>', t('cli:user.query'))
    .option('--tenant <tenant>', t('cli:user.tenant'))
    .option('--live', t('cli:user.live'), false)
    .addOption(new Option('--why <group>', t('cli:why.option')).conflicts('live'))
    .action((query: string, options: UserOptions, command: Command) =>
      run(command, async ({ client, text, terminal, info }) => {
        const tenants = await client.tenants.list();
        const tenantId =
          options.tenant === undefined ? null : findTenant(text, tenants, options.tenant).tenantId;
        const { total, rows } = await findPeople(client, tenantId, query, options.live);
        const person = theOne(rows, total, query);
        if (person === null) {
          const words = text.t(total === 0 ? 'cli:user.none' : 'cli:user.several', {
            query,
            total,
          });
          const lines = rows.map((row) => text.t('cli:user.row', describe(row, tenants)));
          terminal.result([words, ...lines].join('\n'), {
            workspace: info.workspace,
            total,
            people: rows,
          });
          return total === 0 ? exitCodes.notGreen : exitCodes.ok;
        }
        if (options.why !== undefined) {
          const { customer } = describe(person, tenants);
          return await explain({ client, text, terminal, info }, person, customer, options.why);
        }
        const answer = await client.people.groups({
          tenantId: person.tenantId,
          personId: person.id,
          source: options.live ? 'live' : 'cache',
        });
        terminal.result(groupLines(text, answer, tenants), {
          workspace: info.workspace,
          ...answer,
        });
        if (answer.problem === null) return exitCodes.ok;
        terminal.note(problemSentence(text, answer.problem));
        return exitCodeOfProblem(answer.problem);
      }),
    );
}

/**
 * People from the cache. If it has none and one customer is named, the people found at Microsoft, if the
 * options allow it.
 */
async function findPeople(
  client: Session['client'],
  tenantId: string | null,
  search: string,
  live: boolean,
): Promise<{ readonly total: number; readonly rows: readonly PersonRow[] }> {
  const cached = await client.people.list({ tenantId, search, limit: 50 });
  if (cached.total > 0 || !live || tenantId === null || search.trim() === '') return cached;
  const { rows } = await client.people.find({ tenantId, search });
  return { total: rows.length, rows };
}

/** The only match, or the only one with exactly this address. */
function theOne(rows: readonly PersonRow[], total: number, query: string): PersonRow | null {
  const [only] = rows;
  if (total === 1 && only) return only;
  const wanted = query.trim().toLowerCase();
  const exact = rows.filter((row) =>
    [row.userPrincipalName, row.mail].some((address) => address?.toLowerCase() === wanted),
  );
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

function groupLines(text: Text, answer: PersonGroups, tenants: readonly TenantRow[]): string {
  const at = answer.at === null ? text.t('cli:groups.never') : timeWords(text, answer.at);
  const head = [
    text.t('cli:user.person', describe(answer.person, tenants)),
    text.t(`cli:user.source.${answer.source}`, { at }),
  ];
  const lines = answer.groups.map((entry) => groupLine(text, answer.person, entry));
  return [...head, ...(lines.length > 0 ? lines : [text.t('cli:user.noGroups')])].join('\n');
}

function groupLine(text: Text, person: PersonRow, { group, direct, path }: PersonGroup): string {
  if (direct) return text.t('cli:user.direct', { group: group.displayName });
  const steps = [person.displayName ?? person.id, ...path.map(({ displayName }) => displayName)];
  return text.t('cli:user.inherited', { group: group.displayName, path: steps.join(' → ') });
}

function describe(
  person: PersonRow,
  tenants: readonly TenantRow[],
): Readonly<Record<'name' | 'address' | 'title' | 'customer', string>> {
  const tenant = tenants.find(({ tenantId }) => tenantId === person.tenantId);
  return {
    name: person.displayName ?? person.id,
    address: person.userPrincipalName ?? person.mail ?? '',
    title: person.jobTitle ?? '',
    customer: tenant ? customerName(tenant) : person.tenantId,
  };
}
