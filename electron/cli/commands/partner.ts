import type { Command } from 'commander';
import type { PartnerCustomer, PartnerList } from '../../contract/partner.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { relationshipWords } from '../../../text/words/relationship-words.ts';
import { problemSentence } from '../../platform/problem-sentence.ts';
import { clientIdOf } from '../client-id.ts';
import { exitCodes } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { given, meantBy } from '../meant.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** `partner set|sign-in|list|add|remove`: customers that the partner's own tenant lists. */
export function addPartnerCommands(program: Command, t: Translate): void {
  const partner = program.command('partner').description(t('cli:partner.about'));
  partner
    .command('set')
    .description(t('cli:partner.set'))
    .requiredOption('--client-id <guid>', t('cli:partner.clientId'))
    .requiredOption('--domain <domainOrId>', t('cli:partner.domain'))
    .option('--profile <profile>', t('cli:partner.profile'))
    .action((_options: unknown, command: Command) => set(command));
  partner
    .command('sign-in')
    .description(t('cli:partner.signIn'))
    .action((_options: unknown, command: Command) => signIn(command));
  partner
    .command('list')
    .description(t('cli:partner.list'))
    .action((_options: unknown, command: Command) => list(command));
  partner
    .command('add')
    .description(t('cli:partner.add'))
    .argument('[tenantIds...]', t('cli:partner.tenantIds'))
    .option('--all', t('cli:partner.all'), false)
    .option('--profile <profile>', t('cli:partner.connector'))
    .action((tenantIds: string[], _options: unknown, command: Command) => add(command, tenantIds));
  partner
    .command('remove')
    .description(t('cli:partner.remove'))
    .action((_options: unknown, command: Command) => remove(command));
}

async function set(command: Command): Promise<void> {
  const options = command.opts<{
    readonly clientId: string;
    readonly domain: string;
    readonly profile?: string;
  }>();
  await run(command, async (session) => {
    const { client, text, terminal, info } = session;
    const clientId = clientIdOf(text, options.clientId);
    const kept = await client.partner.setUp({
      clientId,
      domainOrId: options.domain,
      profileId: await connectorOf(session, options.profile),
    });
    terminal.result(text.t('cli:partner.kept'), { workspace: info.workspace, partner: kept });
    return exitCodes.ok;
  });
}

async function signIn(command: Command): Promise<void> {
  await run(command, async ({ client, text, terminal, info, signal }) => {
    terminal.note(text.t('cli:partner.waiting'));
    const { account } = await client.partner.signIn(undefined, { signal });
    terminal.result(text.t('cli:partner.signedIn', { account }), {
      workspace: info.workspace,
      account,
    });
    return exitCodes.ok;
  });
}

async function list(command: Command): Promise<void> {
  await run(command, async (session) => {
    const { text, terminal, info } = session;
    const found = await read(session);
    const lines = found.customers.map((customer) => row(text, customer));
    terminal.result(lines.join('\n') || text.t('cli:partner.none'), {
      workspace: info.workspace,
      ...found,
    });
    return found.unread.length > 0 ? exitCodes.couldNotTell : exitCodes.ok;
  });
}

async function add(command: Command, asked: readonly string[]): Promise<void> {
  const options = command.opts<{ readonly all: boolean; readonly profile?: string }>();
  await run(command, async (session) => {
    const { client, text, terminal, info } = session;
    if (options.all === asked.length > 0) throw new UsageError(text.t('cli:partner.which'));
    const found = await read(session);
    const listed = new Set(found.customers.map(({ tenantId }) => tenantId));
    const wanted = asked.map((tenantId) => meantBy(tenantId).at(-1) ?? '');
    const unknown = wanted.filter((tenantId) => !listed.has(tenantId));
    if (unknown.length > 0) {
      throw new UsageError(
        text.t('cli:partner.notListed', { tenantIds: unknown.map(given).join(', ') }),
      );
    }
    const free = found.customers.filter(({ here }) => here === null);
    const tenantIds = options.all ? free.map(({ tenantId }) => tenantId) : wanted;
    const added =
      tenantIds.length === 0
        ? []
        : (
            await client.partner.add({
              listId: found.id,
              tenantIds,
              profileId: await connectorOf(session, options.profile),
            })
          ).added;
    terminal.result(text.t('cli:customers.import.added', { count: added.length }), {
      workspace: info.workspace,
      added,
    });
    return exitCodes.ok;
  });
}

async function remove(command: Command): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    await client.partner.remove();
    terminal.result(text.t('cli:partner.removed'), { workspace: info.workspace, removed: true });
    return exitCodes.ok;
  });
}

/** Prints the list; what could not be read is reported on standard error. */
async function read({ client, text, terminal, signal }: Session): Promise<PartnerList> {
  const found = await client.partner.customers(undefined, { signal });
  for (const { list: name, problem } of found.unread) {
    terminal.note(`${text.t(`partner:unread.${name}`)}: ${problemSentence(text, problem)}`);
  }
  return found;
}

async function connectorOf({ client, text }: Session, query: string | undefined): Promise<string> {
  const profiles = await client.profiles.list();
  if (query !== undefined) return findProfile(text, profiles, query).id;
  const [only, another] = profiles;
  if (only === undefined) throw new UsageError(text.t('cli:profiles.none'));
  if (another !== undefined) {
    const matches = profiles.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new UsageError(text.t('cli:profiles.severalGiveOne', { matches }));
  }
  return only.id;
}

function row(text: Text, customer: PartnerCustomer): string {
  return text.t('cli:partner.row', {
    tenantId: customer.tenantId,
    name: customer.listedName ?? text.t('common:noName'),
    relationships: relationshipWords(text, customer).join('; '),
    added:
      customer.here === null
        ? text.t('partner:notHere')
        : text.t('partner:hereAs', { name: customer.here }),
  });
}
