import { ORPCError } from '@orpc/server';
import type { Command } from 'commander';
import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import { ticketNumber } from '../contract/ticket.ts';
import { createText } from '../../renderer/text/create-text.ts';
import { CancelledError, EvergrantError, problemOf } from '../engine/errors/evergrant-error.ts';
import type { ExportFiles } from '../engine/ports.ts';
import { systemClock } from '../platform/clock.ts';
import type { PartRecords } from '../platform/export-files/part-records.ts';
import { createPathFiles } from '../platform/export-files/path-files.ts';
import { openNodeHost } from '../platform/node-host.ts';
import { problemSentence } from '../platform/problem-sentence.ts';
import { exitCodeOfProblem, exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { openClient } from './session.ts';
import type { GlobalOptions, Session } from './session.ts';
import { createTerminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The work of one command. */
export type Work = (session: Session) => Promise<ExitCode>;

/** Opens the data, does the work, says what went wrong, closes, and sets the exit code. */
export async function run(
  command: Command,
  work: Work,
  exportFiles: (records: PartRecords) => ExportFiles = (records) =>
    createPathFiles({ folder: process.cwd() }, records),
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const text = createText();
  const terminal = createTerminal(options);
  const ticket = ticketNumber.optional().safeParse(options.ticket);
  if (!ticket.success) {
    terminal.note(text.t('cli:badTicket'));
    process.exitCode = exitCodes.usage;
    return;
  }
  const { workspace, log } = openNodeHost({ ...options, host: 'cli', exportFiles });
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort(new CancelledError());
  // SIGHUP: the terminal was closed.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, interrupt);
  try {
    const { client, info } = await openClient(workspace, terminal, text);
    if (info.workspace === 'practice') terminal.note(text.t('cli:practice'));
    process.exitCode = await work({
      client,
      info,
      text,
      terminal,
      now: () => systemClock.now(),
      ticket: ticket.data ?? null,
      signal: interrupted.signal,
    });
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.note(error.message);
      process.exitCode = exitCodes.usage;
      return;
    }
    const said = problemIn(error);
    if (said.code === 'internal') {
      log.error('cli.fault', { reason: error instanceof Error ? (error.stack ?? '') : null });
    }
    terminal.note(problemSentence(text, said));
    if (options.json) terminal.result('', { problem: said });
    process.exitCode = exitCodeOfProblem(said);
  } finally {
    await workspace.close();
  }
}

/** The expected failure in whatever was thrown; a bug becomes `internal`. */
function problemIn(error: unknown): Problem {
  if (error instanceof ORPCError && error.code === 'EVERGRANT') {
    const parsed = problem.safeParse(error.data);
    if (parsed.success) return parsed.data;
  }
  if (error instanceof EvergrantError || error instanceof CancelledError) return problemOf(error);
  return problemOf(null);
}
