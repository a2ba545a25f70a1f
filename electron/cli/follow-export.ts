import type { ExportJob } from '../contract/export.ts';
import type { ExitCode } from './exit-codes.ts';
import { exitCodeOfProblem, exitCodes } from './exit-codes.ts';
import type { Session } from './session.ts';

/** Follows a file that is being written to its end; Ctrl+C cancels it. */
export async function followExport(
  { client, signal }: Pick<Session, 'client' | 'signal'>,
  started: ExportJob,
): Promise<ExportJob> {
  let job = started;
  const { id: exportId } = job;
  const cancel = (): void => void client.exports.cancel({ exportId }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  for await (const next of await client.exports.watch({ exportId })) job = next;
  signal.removeEventListener('abort', cancel);
  return job;
}

/** How a command ends that wrote a file. A whole file whose hand-over was not recorded is a failure too. */
export function exitCodeOfExport({
  state,
  problem,
}: Pick<ExportJob, 'state' | 'problem'>): ExitCode {
  if (problem !== null) return exitCodeOfProblem(problem);
  return state === 'finished' ? exitCodes.ok : exitCodes.cancelled;
}
