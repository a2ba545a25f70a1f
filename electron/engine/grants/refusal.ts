import type { Problem } from '../../contract/problem.ts';
import { catalogueEntry } from '../errors/catalogue.ts';

/** Entra's and Graph's ways to say that the tenant has no such enterprise application (entra-graph §3.2). */
const notInstalled = new Set(['aadsts.700016', 'aadsts.700011', 'aadsts.7000229']);
/** The enterprise application is there, and switched off. */
const disabled = new Set(['aadsts.7000112', 'aadsts.70001']);

/** What a refused token or read says of the grant. */
export type RefusalMeaning = 'notInstalled' | 'disabled' | 'refused' | 'outOfReach' | 'noAnswer';

/**
 * What a problem says of the grant. `noAnswer`: it failed for a reason that says nothing about the
 * grant, such as a busy service; `outOfReach`: no network got us there.
 */
export function meaningOf(problem: Problem): RefusalMeaning {
  if (notInstalled.has(problem.code) || problem.code === 'grant.notInstalled')
    return 'notInstalled';
  if (disabled.has(problem.code)) return 'disabled';
  if (problem.code.startsWith('network.')) return 'outOfReach';
  const entry = catalogueEntry(problem.code);
  if (problem.code.startsWith('aadsts.') && entry !== null && entry.retry !== 'transient')
    return 'refused';
  return 'noAnswer';
}

/** Graph's ways to turn the connector away. */
const turnedAway = new Set([
  'graph.Authorization_RequestDenied',
  'graph.Authorization_IdentityNotFound',
  'graph.InvalidAuthenticationToken',
  'graph.insufficient_claims',
]);

/** Whether a failure met elsewhere speaks against a green that was proven before it. */
export function contradictsGreen(problem: Problem): boolean {
  return meaningOf(problem) !== 'noAnswer' || turnedAway.has(problem.code);
}
