import { Argument, InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { GroupRow } from '../../contract/directory.ts';
import type { CoverageWindow } from '../../contract/policy.ts';
import type { Translate } from '../../../text/create-text.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findNamed } from '../find-marked.ts';
import { findTenant } from '../find-one.ts';
import { markLines, peopleLines, sinceLines } from '../mark-lines.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

const subjects = ['list', 'add', 'remove', 'people', 'since'] as const;

interface MarkOptions {
  readonly label?: string;
  readonly none: boolean;
  readonly several: boolean;
  readonly search: string;
  readonly limit: number;
}

/** The requested action on one customer's marks. */
interface Asked extends MarkOptions {
  readonly tenantId: string;
  readonly group: string | undefined;
}

/** The engine serves windows of at most this many rows. */
const windowSize = 200;
/** The longest label that the contract accepts. */
const longestLabel = 120;
/** How many people to name for each group and side of a comparison. */
const namedPeople = 100_000;

/** `marks TENANT [list|add|remove|people|since]`: groups for policies. */
export function addMarksCommand(program: Command, t: Translate): void {
  const limit = (value: string): number => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1) return number;
    throw new InvalidArgumentError(t('cli:groups.limitInvalid'));
  };
  program
    .command('marks')
    .description(t('cli:marks.about'))
    .argument('<tenant>', t('cli:tenant'))
    .addArgument(new Argument('[what]', t('cli:marks.what')).choices(subjects).default('list'))
    .argument('[group]', t('cli:marks.group'))
    .option('--label <label>', t('cli:marks.label'))
    .option('--none', t('cli:marks.none'), false)
    .option('--several', t('cli:marks.several'), false)
    .option('--search <words>', t('cli:marks.search'), '')
    .option('--limit <number>', t('cli:marks.limit'), limit, 50)
    .action(
      (
        query: string,
        what: (typeof subjects)[number],
        group: string | undefined,
        options: MarkOptions,
        command: Command,
      ) =>
        run(command, async (session) => {
          const tenants = await session.client.tenants.list();
          const { tenantId } = findTenant(session.text, tenants, query);
          return await works[what](session, { ...options, tenantId, group });
        }),
    );
}

const works: Readonly<
  Record<(typeof subjects)[number], (session: Session, asked: Asked) => Promise<ExitCode>>
> = { list, add, remove, people, since };

async function list({ client, text, terminal, info }: Session, asked: Asked): Promise<ExitCode> {
  const { tenantId } = asked;
  const overview = await client.policies.overview({ tenantId });
  terminal.result(markLines(text, overview), {
    workspace: info.workspace,
    tenantId,
    ...overview,
  });
  return overview.groups.length === 0 ? exitCodes.notGreen : exitCodes.ok;
}

async function add(session: Session, { tenantId, group, label }: Asked): Promise<ExitCode> {
  const { client, text, terminal, info } = session;
  if (group === undefined) throw new UsageError(text.t('cli:marks.needsGroup', { what: 'add' }));
  const trimmed = label?.trim() ?? '';
  if (trimmed === '') throw new UsageError(text.t('cli:marks.needsLabel'));
  if (trimmed.length > longestLabel) throw new UsageError(text.t('cli:marks.labelLength'));
  const found = findNamed(text, await groupsFound(session, tenantId, group), group);
  if (!found) throw new UsageError(text.t('cli:marks.unknown', { query: group }));
  const marked = await client.policies.mark({ tenantId, groupId: found.id, label: trimmed });
  terminal.result(text.t('cli:marks.added', { name: marked.displayName, label: marked.label }), {
    workspace: info.workspace,
    tenantId,
    group: marked,
  });
  return exitCodes.ok;
}

/** Finds every matching group: two groups of the same name may be far apart in the list. */
async function groupsFound(
  { client }: Session,
  tenantId: string,
  query: string,
): Promise<GroupRow[]> {
  const rows: GroupRow[] = [];
  for (;;) {
    const window = await client.groups.list({
      tenantId,
      search: query.slice(0, windowSize),
      offset: rows.length,
      limit: windowSize,
    });
    rows.push(...window.rows);
    if (window.rows.length === 0 || rows.length >= window.total) return rows;
  }
}

async function remove(session: Session, { tenantId, group }: Asked): Promise<ExitCode> {
  const { client, text, terminal, info } = session;
  if (group === undefined) throw new UsageError(text.t('cli:marks.needsGroup', { what: 'remove' }));
  const { groups } = await client.policies.overview({ tenantId });
  const marked = groups.map(({ groupId, displayName }) => ({ id: groupId, displayName }));
  const found = findNamed(text, marked, group);
  const removed =
    found !== null && (await client.policies.unmark({ tenantId, groupId: found.id })).removed;
  const words = removed
    ? text.t('cli:marks.removed', { name: found.displayName })
    : text.t('cli:marks.notMarked', { query: group });
  terminal.result(words, { workspace: info.workspace, tenantId, removed });
  return removed ? exitCodes.ok : exitCodes.notGreen;
}

async function people(session: Session, asked: Asked): Promise<ExitCode> {
  const { client, text, terminal, info } = session;
  const { tenantId, none, several, search, limit } = asked;
  if (none === several) throw new UsageError(text.t('cli:marks.needsCoverage'));
  const coverage = none ? 'none' : 'several';
  const rows: CoverageWindow['rows'] = [];
  let total = 0;
  do {
    const window = await client.policies.people({
      tenantId,
      coverage,
      search,
      offset: rows.length,
      limit: Math.min(windowSize, limit - rows.length),
    });
    total = window.total;
    if (window.rows.length === 0) break;
    rows.push(...window.rows);
  } while (rows.length < Math.min(limit, total));
  terminal.result(peopleLines(text, { total, rows }), {
    workspace: info.workspace,
    tenantId,
    coverage,
    total,
    people: rows,
  });
  return total === 0 ? exitCodes.notGreen : exitCodes.ok;
}

async function since({ client, text, terminal, info }: Session, asked: Asked): Promise<ExitCode> {
  const { tenantId } = asked;
  const found = await client.policies.sinceHandOver({ tenantId, limit: namedPeople });
  terminal.result(sinceLines(text, found), {
    workspace: info.workspace,
    tenantId,
    sinceHandOver: found,
  });
  return found === null ? exitCodes.notGreen : exitCodes.ok;
}
