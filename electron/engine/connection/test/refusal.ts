import type { Problem } from '../../../contract/problem.ts';
import {
  isClock,
  isNotInstalled,
  isOutOfReach,
  isRefused,
  isSwitchedOff,
  isUnmanaged,
  isUnproven,
  meaningOf,
} from '../../errors/questions.ts';
import { isEntraCode } from '../../errors/table/table.ts';

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
  const isAnswer =
    isEntraCode(problem.code) || problem.code === 'aadsts.connectorRule' || isUnmanaged(problem);
  if (meaningOf(problem) === 'busy' || isClock(problem)) return 'noAnswer';
  return isAnswer ? 'refused' : 'noAnswer';
}

/** Whether a refusal is about the customer's tenant alone: it says nothing of the credential. */
export function isAboutTenant(problem: Problem): boolean {
  const bearing = saysOfGrant(problem);
  return bearing === 'notInstalled' || bearing === 'disabled';
}

/** What only the customer’s tenant, or Entra in its name, can say. */
const answersOfTheTenant: ReadonlySet<GrantBearing> = new Set([
  'notInstalled',
  'disabled',
  'refused',
]);

/** Whether Microsoft turned the connector away, for a reason known or not. */
export function isTurnedDown(problem: Problem): boolean {
  return answersOfTheTenant.has(saysOfGrant(problem)) || isRefused(problem);
}

/**
 * Whether a failure met elsewhere speaks against a green that was proven before it. What the service says of
 * its own load, of this computer's clock or of a single request leaves the green as it is.
 */
export function contradictsGreen(problem: Problem): boolean {
  return isTurnedDown(problem) || isUnproven(problem);
}
