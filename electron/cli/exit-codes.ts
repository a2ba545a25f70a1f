import type { GrantStatus } from '../contract/grant.ts';
import type { Problem } from '../contract/problem.ts';

/** How the command ends; documented in docs/cli.md. */
export const exitCodes = {
  ok: 0,
  fault: 1,
  usage: 2,
  notGreen: 3,
  couldNotTell: 4,
  refused: 5,
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code of a connection. Only solid green is 0. */
export function exitCodeOfStatus(status: Pick<GrantStatus, 'kind' | 'stale'>): ExitCode {
  if (status.kind === 'granted') return status.stale ? exitCodes.couldNotTell : exitCodes.ok;
  if (status.kind === 'couldNotTell' || status.kind === 'unknown') return exitCodes.couldNotTell;
  return exitCodes.notGreen;
}

/** The exit code of an expected failure. */
export function exitCodeOfProblem({ code }: Pick<Problem, 'code'>): ExitCode {
  if (code === 'cancelled') return exitCodes.cancelled;
  if (code === 'internal') return exitCodes.fault;
  if (code.startsWith('network.') || code === 'identity.serviceUnavailable') {
    return exitCodes.couldNotTell;
  }
  return exitCodes.refused;
}
