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

/**
 * Sign-in rules of the tenant (Conditional Access, security defaults, risk) that can stop the connector
 * itself; source: entra-graph §3.2.
 */
const signInRules: ReadonlySet<string> = new Set([
  'aadsts.50131',
  'aadsts.53000',
  'aadsts.53001',
  'aadsts.53002',
  'aadsts.53003',
  'aadsts.53004',
  'aadsts.530032',
  'aadsts.530034',
  'aadsts.530035',
  'aadsts.50076',
  'aadsts.50079',
  'aadsts.500021',
  'aadsts.500212',
  'aadsts.500213',
  'graph.insufficient_claims',
]);

/** The connector's own credential is at fault; nothing in the customer's tenant is (entra-graph §3.2). */
const credentialFaults: ReadonlySet<string> = new Set([
  'aadsts.7000215',
  'aadsts.7000222',
  'aadsts.700027',
  'aadsts.700024',
  'aadsts.7000218',
  'identity.noCredential',
  'identity.credentialUnusable',
]);

/** Whether a sign-in rule of the tenant stopped the connector, whatever else is true of it. */
export function isSignInRule({ code }: Problem): boolean {
  return signInRules.has(code);
}

/** Whether the connector's own credential was turned down, which says nothing of any tenant. */
export function isCredentialFault({ code }: Problem): boolean {
  return credentialFaults.has(code);
}
