import { InteractionRequiredAuthError } from '@azure/msal-node';
import type { Demand } from '../../contract/account.ts';
import type { Problem } from '../../contract/problem.ts';
import { catalogueEntry } from '../errors/catalogue.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';

/** The tenant does not know this account: it reaches other tenants, not this one (entra-graph §3.2). */
const unknownThere = new Set([
  'aadsts.50020',
  'aadsts.50034',
  'aadsts.51004',
  'aadsts.90072',
  'aadsts.50014',
]);

/** About the grant or the registration, which the test tells by itself: no sign-in helps. */
const aboutTheGrant = new Set([
  'aadsts.65001',
  'aadsts.65004',
  'aadsts.90093',
  'aadsts.90094',
  'aadsts.90095',
  'aadsts.90099',
  'aadsts.900941',
  'aadsts.900981',
  'aadsts.650052',
  'aadsts.650056',
  'aadsts.7000112',
  'aadsts.70001',
]);

/** Wants a sign-in, whatever number it has. */
const wantsSignIn = new Set([
  'identity.signInAgain',
  'aadsts.unknownSignIn',
  'graph.insufficient_claims',
]);

/** Whether a refused silent sign-in says that the account does not reach this tenant at all. */
export function isUnknownThere(error: unknown): boolean {
  return error instanceof EvergrantError && unknownThere.has(error.code);
}

/**
 * What a tenant demands by this problem: a sign-in of its own, or first a change by an administrator
 * (Conditional Access, cross-tenant settings); null when it demands nothing of the sort.
 */
export function demandKind({ code }: Pick<Problem, 'code'>): Demand['kind'] | null {
  if (aboutTheGrant.has(code)) return null;
  if (wantsSignIn.has(code)) return 'signIn';
  if (code === 'aadsts.unknownDenied') return 'administrator';
  if (!code.startsWith('aadsts.')) return null;
  const retry = catalogueEntry(code)?.retry;
  if (retry === 'interactive') return 'signIn';
  return retry === 'admin' ? 'administrator' : null;
}

/** The claims that a sign-in must fulfil, where the token endpoint named them. */
export function claimsOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof InteractionRequiredAuthError)) return null;
  return cause.claims === '' ? null : cause.claims;
}
