import { ORPCError } from '@orpc/server';
import type { Command } from 'commander';
import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import { ticketNumber } from '../contract/ticket.ts';
import { createText } from '../../text/create-text.ts';
import type { Text } from '../../text/create-text.ts';
import { setAsideWords } from '../../text/words/set-aside-words.ts';
import { CancelledError, EvergrantError, problemOf } from '../engine/errors/evergrant-error.ts';
import type { ExportFiles } from '../engine/kernel/ports.ts';
import { systemClock } from '../platform/clock.ts';
import type { PartRecords } from '../platform/export-files/part-records.ts';
import { createPathFiles } from '../platform/export-files/path-files.ts';
import { openNodeHost } from '../platform/node-host.ts';
import type { NodeHost } from '../platform/node-host.ts';
import { problemSentence } from '../platform/problem-sentence.ts';
import { exitCodeOfProblem, exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { openClient } from './session.ts';
import type { GlobalOptions, Session } from './session.ts';
import { createTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The work of one command. */
export type Work = (session: Session) => Promise<ExitCode>;

/** What a command decides before the data is opened. */
export interface Beforehand {
  /** The folder for exported files; the current folder by default. */
  readonly exportFiles?: (records: PartRecords) => ExportFiles;
  /** Checks the arguments and returns whether a ledger may be created: see `DataFolder`. */
  readonly mayMakeLedger?: (asking: {
    readonly text: Text;
    readonly terminal: Terminal;
  }) => Promise<boolean>;
}

/** What ends a waiting command: Ctrl+C, a service manager, a closed terminal. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Opens the data, does the work, reports errors, closes, and sets the exit code. */
export async function run(
  command: Command,
  work: Work,
  { exportFiles = inCurrentFolder, mayMakeLedger }: Beforehand = {},
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const text = createText();
  const terminal = createTerminal(options);
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort(new CancelledError());
  for (const signal of signals) process.once(signal, interrupt);
  let host: NodeHost | null = null;
  try {
    const ticket = ticketNumber.optional().safeParse(options.ticket);
    if (!ticket.success) throw new UsageError(text.t('cli:badTicket'));
    const asked = { ...options, host: 'cli', exportFiles } as const;
    host = openNodeHost({
      ...asked,
      mayMakeLedger: (await mayMakeLedger?.({ text, terminal })) ?? false,
    });
    process.exitCode = await carryOut(host, work, {
      text,
      terminal,
      now: () => systemClock.now(),
      ticket: ticket.data ?? null,
      signal: interrupted.signal,
    });
  } catch (error) {
    process.exitCode = refuse({ text, terminal, host }, error);
  } finally {
    await host?.workspace.close().catch((error: unknown) => {
      host?.log.error('cli.notClosed', { reason: stackOf(error) });
    });
    for (const signal of signals) process.off(signal, interrupt);
  }
}

async function carryOut(
  { workspace }: NodeHost,
  work: Work,
  session: Omit<Session, 'client' | 'lasting' | 'info'>,
): Promise<ExitCode> {
  const { text, terminal, signal } = session;
  const { client, lasting, info } = await openClient(workspace, terminal, text, signal);
  if (info.workspace === 'practice') terminal.note(text.t('cli:practice'));
  if (info.setAside) {
    const words = `${text.t('shell:setAside.title')} ${setAsideWords(text, info.setAside)}`;
    terminal.notice({ kind: 'setAside', ...info.setAside }, words);
  }
  return await work({ ...session, client, lasting, info });
}

/** Reports an error as text or as the one document, and returns the exit code. */
function refuse(
  {
    text,
    terminal,
    host,
  }: { readonly text: Text; readonly terminal: Terminal; readonly host: NodeHost | null },
  error: unknown,
): ExitCode {
  if (error instanceof UsageError) {
    terminal.refuse(error.message, usageProblem(error.message));
    return exitCodes.usage;
  }
  const said = problemIn(error);
  if (said.code === 'internal') host?.log.error('cli.fault', { reason: stackOf(error) });
  terminal.refuse(problemSentence(text, said), said);
  return exitCodeOfProblem(said);
}

/** A usage error as a problem: the reason is the sentence that a person reads. */
export function usageProblem(reason: string): Problem {
  return { code: 'cli.usage', params: { reason }, retry: 'never' };
}

/** The expected failure in a thrown value; a bug becomes `internal`. */
function problemIn(error: unknown): Problem {
  if (error instanceof ORPCError && error.code === 'EVERGRANT') {
    const parsed = problem.safeParse(error.data);
    if (parsed.success) return parsed.data;
  }
  if (error instanceof EvergrantError || error instanceof CancelledError) return problemOf(error);
  return problemOf(null);
}

function inCurrentFolder(records: PartRecords): ExportFiles {
  return createPathFiles({ folder: process.cwd() }, records);
}

function stackOf(error: unknown): string | null {
  return error instanceof Error ? (error.stack ?? error.message) : null;
}
