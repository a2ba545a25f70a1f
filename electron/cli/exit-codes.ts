import type { GrantStatus } from '../contract/grant.ts';
import type { Problem } from '../contract/problem.ts';
import { isUndecided } from '../engine/errors/questions.ts';
import { microsoftRow } from '../engine/errors/table/table.ts';

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

/** The arguments can't be parsed or make no sense together. */
const wrongUse: ReadonlySet<string> = new Set([
  'cli.usage',
  'tenant.badDomain',
  'cloud.fileMissing',
  'cloud.fileUnreadable',
  'cloud.fileInvalid',
  'cloud.caFileMissing',
  'cloud.caFileInvalid',
  'keys.keyFileMissing',
  'keys.keyFileInvalid',
  'keys.passphraseFileMissing',
  'keys.passphraseTooShort',
]);

/** The exit code of an expected failure. */
export function exitCodeOfProblem(problem: Pick<Problem, 'code' | 'raw'>): ExitCode {
  const { code } = problem;
  if (code === 'cancelled') return exitCodes.cancelled;
  if (code === 'internal') return exitCodes.fault;
  if (wrongUse.has(code)) return exitCodes.usage;
  return isLater(problem) ? exitCodes.couldNotTell : exitCodes.refused;
}

/** No result yet: the same command may succeed later. */
function isLater({ code, raw }: Pick<Problem, 'code' | 'raw'>): boolean {
  const status = raw?.httpStatus ?? 0;
  return (
    isUndecided({ code }) ||
    status === 429 ||
    status >= 500 ||
    microsoftRow(code)?.retry === 'transient'
  );
}
