import type { Permission, Proof } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { AccessToken } from '../../identity/identity.ts';
import { demandOf, isNotConsented, saysPermissionMissing } from '../../errors/questions.ts';
import type { Found } from './look-up.ts';
import { proofOf } from './recorded-grants.ts';
import { saysOfGrant } from './refusal.ts';

/** Why a proof was not tried. */
export function notTried(problem: Problem): Proof {
  return { outcome: 'notTried', at: null, problem };
}

/** Proof (b): the `roles` or `scp` claim of a token fetched fresh for this test. */
export function tokenProof(permission: Permission, token: Found<AccessToken>): Proof {
  if (!token.ok) return refusedToken(permission, token);
  const names = permission.type === 'application' ? token.value.roles : token.value.scopes;
  const isThere = names.some((name) => name.toLowerCase() === permission.name.toLowerCase());
  return proofOf(isThere ? 'proven' : 'missing', token.at, null);
}

function refusedToken(permission: Permission, token: Found<AccessToken> & { ok: false }): Proof {
  const { problem, at } = token;
  if (problem.code === 'identity.noCredential') return notTried(problem);
  if (saysOfGrant(problem) === 'notInstalled') return proofOf('missing', at, problem);
  if (permission.type === 'delegated') {
    if (isNotConsented(problem)) return proofOf('missing', at, problem);
    // If the tenant requires another sign-in or blocks the person, that says nothing about the grant.
    if (demandOf(problem) !== null) return notTried(problem);
  }
  return proofOf('couldNotTell', at, problem);
}

/** Proof (c): the real read. Denied means missing; any other failure leaves it undecided. */
export function readProof(read: Found<unknown>): Proof {
  if (read.ok) return proofOf('proven', read.at, null);
  const isDenied = saysPermissionMissing(read.problem);
  return proofOf(isDenied ? 'missing' : 'couldNotTell', read.at, read.problem);
}
