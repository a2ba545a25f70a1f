import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Reset, ResetAction, ResetPurpose } from '../../contract/reset.ts';
import type { TenantRow } from '../../contract/tenant.ts';
import type { Translate } from '../../../text/create-text.ts';
import { resetReport } from '../../../text/reports/reset-report.ts';
import { isProven, outcomeWords, stepName, stepWhat } from '../../../text/words/reset-words.ts';
import type { ResetConnector } from '../../../text/words/reset-words.ts';
import { systemClock } from '../../platform/clock.ts';
import { createPathFiles } from '../../platform/export-files/path-files.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { reportFormatOf, saveReport, toldChanges } from '../reset-report.ts';
import { run } from '../run.ts';
import type { Work } from '../run.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { printResetMessage } from './reset-message.ts';

/** How often to check a step that completes automatically. Milliseconds. */
const lookEveryMs = 3_000;

interface Options {
  readonly by?: string;
  readonly confirm?: boolean;
  readonly override?: string;
  readonly abandon?: string;
  readonly report?: string;
  readonly replace: boolean;
  readonly message?: boolean;
}

/**
 * `reset TENANT` and `off-board TENANT`: the same procedures as on the screens. They run until a person is
 * needed, and ask that person in an interactive terminal. Stopping the command loses nothing.
 */
export function addResetCommands(program: Command, t: Translate): void {
  add(program.command('reset').description(t('cli:reset.about')), t, 'reset');
  add(program.command('off-board').description(t('cli:offBoard.about')), t, 'offBoard');
}

function add(command: Command, t: Translate, purpose: ResetPurpose): void {
  command
    .argument('<tenant>', t('cli:tenant'))
    .option('--by <name>', t('cli:reset.by'))
    .option('--confirm', t('cli:reset.confirm'))
    .option('--override <reason>', t('cli:reset.override'))
    .option('--abandon <reason>', t('cli:reset.abandon'))
    .option('--report <file>', t('cli:reset.report'))
    .option('--replace', t('cli:reset.replace'), false)
    .option('--message', t('cli:reset.message'))
    .action((query: string, options: Options, command: Command) => {
      const { report: file, replace } = options;
      const work: Work = async (session) => {
        const { client, text, terminal, info, now } = session;
        const format = file === undefined ? null : reportFormatOf(text, file);
        const tenant = findTenant(text, await client.tenants.list(), query);
        const { tenantId } = tenant;
        const { profile: connector } = await client.tenants.get({ tenantId });
        if (options.message === true) {
          return printResetMessage(session, tenant, connector, options);
        }
        const reset = await carryOn(session, tenant, connector, { ...options, purpose });
        const practice = info.workspace === 'practice';
        const subject = { tenant, connector, practice, ...(await toldChanges(client, reset)) };
        const report = format && (await saveReport(session, reset, format));
        terminal.result(resetReport(text, subject, reset, now()), {
          workspace: info.workspace,
          tenantId,
          reset,
          ...(report && { report }),
        });
        return exitCodeOf(reset);
      };
      return file === undefined
        ? run(command, work)
        : run(command, work, {
            exportFiles: (records) => createPathFiles({ path: resolve(file), replace }, records),
          });
    });
}

/** The requested procedure, and whether the customer leaves. */
type Asked = Options & { readonly purpose: ResetPurpose };

async function carryOn(
  session: Session,
  tenant: TenantRow,
  connector: ResetConnector,
  options: Asked,
): Promise<Reset> {
  const { client, text, terminal, signal } = session;
  const { tenantId } = tenant;
  let reset = await opened(session, tenantId, options);
  const by = options.by ?? reset.holder;
  const asked = askedFor(options, by);
  const act = async (action: ResetAction): Promise<void> => {
    const told = reset.steps.length;
    reset = await client.resets.act({ tenantId, version: reset.version, action });
    for (const step of reset.steps.slice(told)) {
      terminal.note(`${stepName(text, step.step, connector)}: ${outcomeWords(text, step)}`);
    }
  };
  if (asked !== null) await act(asked);
  let said: string | null = null;
  let noted: Reset['note'] = null;
  while (reset.endedAt === null && !signal.aborted) {
    const { state } = reset;
    if (state === 'finished' || state === 'abandoned' || state === 'handedOver') break;
    if (said !== state) {
      terminal.note(`${stepName(text, state, connector)}. ${stepWhat(text, state, connector)}`);
      terminal.note(text.t(`reset:check.${state}`));
      await sayMore(session, reset, connector);
      said = state;
    }
    if (reset.note !== noted) {
      noted = reset.note;
      if (noted !== null) terminal.note(text.t(`reset:note.${noted}`));
      // The page that Microsoft refused can't be reused: the next try needs a new link.
      if (noted === 'notThereYet') await sayMore(session, reset, connector);
    }
    if (state === 'vendor' || state === 'vendorGrant') {
      if (!terminal.interactive) break;
      const answer = (await terminal.ask(text.t('cli:reset.question'))).trim();
      await act(answer === '' ? { kind: 'confirm', by } : { kind: 'override', by, reason: answer });
      continue;
    }
    await act({ kind: 'check' });
    if (reset.state === state) await systemClock.sleep(lookEveryMs, signal);
  }
  signal.throwIfAborted();
  return reset;
}

async function opened(
  { client, text, terminal }: Session,
  tenantId: string,
  { by, report, purpose, confirm, override, abandon }: Asked,
): Promise<Reset> {
  const isActing = confirm === true || override !== undefined || abandon !== undefined;
  const last = await client.resets.last({ tenantId });
  if (last?.endedAt === null && last.purpose === purpose) return last;
  // Only the report is requested. A new reset starts only if a name is given.
  const isOfThis = last !== null && last.endedAt !== null && last.purpose === purpose;
  if (isOfThis && report !== undefined && by === undefined) return last;
  if (isActing) throw new UsageError(text.t('cli:reset.noneOpen'));
  const name = by ?? (terminal.interactive ? await terminal.ask(text.t('cli:reset.name')) : '');
  if (name.trim() === '') throw new UsageError(text.t('cli:reset.nameMissing'));
  return client.resets.begin({ tenantId, by: name, purpose });
}

function askedFor(options: Options, by: string): ResetAction | null {
  if (options.abandon !== undefined) return { kind: 'abandon', by, reason: options.abandon };
  if (options.override !== undefined) return { kind: 'override', by, reason: options.override };
  return options.confirm === true ? { kind: 'confirm', by } : null;
}

/** The page on which the person performs the step. */
async function sayMore(
  { client, text, terminal }: Session,
  { state, tenantId, portalPage }: Reset,
  connector: ResetConnector,
): Promise<void> {
  if (state === 'deletion') {
    if (portalPage !== null) terminal.note(portalPage);
    terminal.note(text.t('reset:path', { connector: connector.name }));
  }
  if (state === 'granting') {
    terminal.note(text.t('reset:race'));
    const { url } = await client.grants.begin({ tenantId, way: 'copyLink' });
    terminal.note(url);
  }
}

function exitCodeOf(reset: Reset): ExitCode {
  if (isProven(reset)) return exitCodes.ok;
  return reset.state === 'abandoned' ? exitCodes.cancelled : exitCodes.notGreen;
}
