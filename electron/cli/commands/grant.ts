import type { Command } from 'commander';
import type { ConsentWay } from '../../contract/consent-way.ts';
import type { Connection } from '../../contract/contract.ts';
import type { ConsentAttempt } from '../../contract/grant.ts';
import type { TenantRow } from '../../contract/tenant.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { statusWords } from '../../../text/words/status-words.ts';
import { problemSentence } from '../../platform/problem-sentence.ts';
import { exitCodeOfProblem, exitCodeOfStatus, exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import type { Client, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** `grant TENANT`: opens the consent page, then reports progress until the consent is decided. */
export function addGrantCommand(program: Command, t: Translate): void {
  program
    .command('grant')
    .description(t('cli:grant.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--print-url', t('cli:grant.printUrl'), false)
    .option('--private [browser]', t('cli:grant.private'))
    .option('--reader', t('cli:vendor.grantReader'), false)
    .action((query: string, options: GrantOptions, command: Command) =>
      run(command, async (session) => {
        const { client, lasting, text, terminal, info } = session;
        const tenant = findTenant(text, await client.tenants.list(), query);
        const attempt = await follow(session, tenant, options);
        const connection = await lasting.tenants.get({ tenantId: tenant.tenantId });
        terminal.result(endWords(text, attempt, connection), {
          workspace: info.workspace,
          tenant: connection.tenant,
          attempt,
          status: connection.status,
        });
        if (attempt.problem) terminal.note(problemSentence(text, attempt.problem));
        const isReaders = attempt.profileId !== connection.profile.id;
        const ofStatus = exitCodeOfStatus(connection.status);
        return exitCodeOfAttempt(
          attempt,
          isReaders && attempt.phase === 'granted' ? exitCodes.ok : ofStatus,
        );
      }),
    );
}

interface GrantOptions {
  readonly printUrl: boolean;
  readonly reader: boolean;
  /** A browser's ID; true if the option names none. */
  readonly private?: string | true;
}

/** How the options ask to open the page; a private window needs an installed browser. */
async function chosenWay(
  { client, text }: Session,
  options: GrantOptions,
): Promise<{ readonly way: ConsentWay; readonly browser?: string }> {
  if (options.printUrl) return { way: 'copyLink' };
  if (options.private === undefined) return { way: 'myBrowser' };
  const { browsers, last } = await client.grants.ways();
  const ids = browsers.map(({ id }) => id);
  const wanted = options.private === true ? (last.browser ?? ids[0]) : options.private;
  if (wanted === undefined || !ids.includes(wanted)) {
    throw new UsageError(
      ids.length === 0
        ? text.t('cli:grant.noPrivate')
        : text.t('cli:grant.whichPrivate', { browsers: ids.join(', ') }),
    );
  }
  return { way: 'privateWindow', browser: wanted };
}

/** How the grant ended. A vendor's connector can't be proven, so it isn't reported as proven. */
function endWords(text: Text, attempt: ConsentAttempt, connection: Connection): string {
  const { profile, status } = connection;
  if (attempt.phase === 'granted' && status.kind === 'excessive')
    return statusWords(text, status, Date.now());
  if (attempt.phase !== 'granted' || profile.owner === 'ours') return phase(text, attempt);
  return text.t(
    attempt.profileId === profile.id ? 'cli:vendor.onRecord' : 'cli:vendor.readerGranted',
  );
}

/** Starts a consent and prints each phase once, until the attempt has ended. */
async function follow(
  session: Session,
  tenant: TenantRow,
  options: GrantOptions,
): Promise<ConsentAttempt> {
  const { lasting: client, text, terminal, signal } = session;
  const { tenantId } = tenant;
  const chosen = await chosenWay(session, options);
  const listening = new AbortController();
  const changes = await client.changes(undefined, { signal: listening.signal });
  let attempt = await client.grants.begin({
    tenantId,
    ...chosen,
    whose: options.reader ? 'reader' : 'connector',
  });
  const cancel = (): void => void client.grants.cancel({ tenantId }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const words = { name: customerName(tenant), url: attempt.url };
  // A consent that was already accepted, left unfinished by an earlier process, is resumed without a page.
  if (attempt.phase === 'waitingForAdministrator') {
    terminal.note(text.t(options.printUrl ? 'cli:grant.link' : 'cli:grant.opened', words));
  }
  terminal.note(phase(text, attempt));
  try {
    const { profile } = await client.tenants.get({ tenantId });
    if (profile.vendor !== undefined && !options.reader) {
      const own = profile.vendor.consent !== null;
      terminal.note(text.t(own ? 'vendor:lastPageVendor' : 'vendor:lastPage'));
    }
    attempt = await untilEnded(client, attempt, changes, (next) =>
      terminal.note(phase(text, next)),
    );
  } finally {
    signal.removeEventListener('abort', cancel);
    listening.abort();
  }
  return attempt;
}

async function untilEnded(
  client: Client,
  begun: ConsentAttempt,
  changes: AsyncIterable<{ readonly topic: string; readonly tenantId: string | null }>,
  onPhase: (attempt: ConsentAttempt) => void,
): Promise<ConsentAttempt> {
  const { tenantId } = begun;
  let attempt = begun;
  const look = async (): Promise<void> => {
    const next = (await client.tenants.get({ tenantId })).attempt;
    if (next?.id !== begun.id) return;
    const isNews = next.phase !== attempt.phase;
    attempt = next;
    if (isNews && next.endedAt === null) onPhase(next);
  };
  await look();
  if (attempt.endedAt !== null) return attempt;
  for await (const change of changes) {
    if (change.topic !== 'grants' || change.tenantId !== tenantId) continue;
    await look();
    if (attempt.endedAt !== null) break;
  }
  return attempt;
}

function phase(text: Text, attempt: ConsentAttempt): string {
  return text.t(`cli:grant.phase.${attempt.phase}`, missing(attempt));
}

function missing(attempt: ConsentAttempt): { readonly missing: string } {
  return { missing: attempt.missing.join(', ') };
}

function exitCodeOfAttempt({ phase, problem }: ConsentAttempt, ofStatus: ExitCode): ExitCode {
  if (phase === 'cancelled') return exitCodes.cancelled;
  if (phase !== 'declined' && phase !== 'refused') return ofStatus;
  return problem === null ? exitCodes.refused : exitCodeOfProblem(problem);
}
