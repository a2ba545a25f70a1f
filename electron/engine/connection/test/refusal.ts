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

/** What a refused token or read says about the grant. */
export type GrantBearing = 'notInstalled' | 'disabled' | 'refused' | 'outOfReach' | 'noAnswer';

/**
 * What a problem says about the grant. `noAnswer`: it failed for a reason unrelated to the grant, such as a
 * busy service or this computer's clock. `outOfReach`: no network connection to the tenant.
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

/** Whether a refusal is only about the customer's tenant and says nothing about the credential. */
export function isAboutTenant(problem: Problem): boolean {
  const bearing = saysOfGrant(problem);
  return bearing === 'notInstalled' || bearing === 'disabled';
}

/** Answers that only the customer’s tenant, or Entra on its behalf, can give. */
const answersOfTheTenant: ReadonlySet<GrantBearing> = new Set([
  'notInstalled',
  'disabled',
  'refused',
]);

/** Whether Microsoft refused the connector, for a known or unknown reason. */
export function isTurnedDown(problem: Problem): boolean {
  return answersOfTheTenant.has(saysOfGrant(problem)) || isRefused(problem);
}

/**
 * Whether a failure outside of a test contradicts a green that was proven before it. Failures about the
 * service's load, this computer's clock or a single request do not.
 */
export function contradictsGreen(problem: Problem): boolean {
  return isTurnedDown(problem) || isUnproven(problem);
}
