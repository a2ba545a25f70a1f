import type { Problem } from '../../contract/problem.ts';
import {
  isClock,
  isNotInstalled,
  isOutOfReach,
  isSignInRule,
  isSwitchedOff,
  isTurnedAway,
  meaningOf,
} from '../errors/questions.ts';
import { isEntraCode } from '../errors/table/table.ts';

/** What a refused token or read says of the grant. */
export type GrantBearing = 'notInstalled' | 'disabled' | 'refused' | 'outOfReach' | 'noAnswer';

/**
 * What a problem says of the grant. `noAnswer`: it failed for a reason that says nothing about the
 * grant, such as a busy service or this computer's clock; `outOfReach`: no network got us there.
 */
export function saysOfGrant(problem: Problem): GrantBearing {
  if (isNotInstalled(problem)) return 'notInstalled';
  if (isSwitchedOff(problem)) return 'disabled';
  if (isOutOfReach(problem)) return 'outOfReach';
  const isAnswer = isEntraCode(problem.code) || problem.code === 'aadsts.connectorRule';
  if (meaningOf(problem) === 'busy' || isClock(problem)) return 'noAnswer';
  return isAnswer ? 'refused' : 'noAnswer';
}

/** Whether a failure met elsewhere speaks against a green that was proven before it. */
export function contradictsGreen(problem: Problem): boolean {
  return (
    saysOfGrant(problem) !== 'noAnswer' ||
    isTurnedAway(problem) ||
    isSignInRule(problem) ||
    meaningOf(problem) === 'tokenRefused'
  );
}
