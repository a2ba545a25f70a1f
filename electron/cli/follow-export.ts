import type { ExportJob } from '../contract/export.ts';
import type { ExitCode } from './exit-codes.ts';
import { exitCodeOfProblem, exitCodes } from './exit-codes.ts';
import type { Session } from './session.ts';

/** Follows a file that is being written until it is finished; Ctrl+C cancels it. */
export async function followExport(
  { lasting, signal }: Pick<Session, 'lasting' | 'signal'>,
  started: ExportJob,
): Promise<ExportJob> {
  let job = started;
  const { id: exportId } = job;
  const cancel = (): void => void lasting.exports.cancel({ exportId }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  for await (const next of await lasting.exports.watch({ exportId })) job = next;
  signal.removeEventListener('abort', cancel);
  return job;
}

/**
 * The exit code of a command that wrote a file. A complete file whose hand-over was not recorded is a failure
 * too.
 */
export function exitCodeOfExport({
  state,
  problem,
}: Pick<ExportJob, 'state' | 'problem'>): ExitCode {
  if (problem !== null) return exitCodeOfProblem(problem);
  return state === 'finished' ? exitCodes.ok : exitCodes.cancelled;
}
