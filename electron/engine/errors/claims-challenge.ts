import type { Problem } from '../../contract/problem.ts';
import { EvergrantError } from './evergrant-error.ts';

/**
 * Graph requires a token with more claims than the one that was sent: Conditional Access on the
 * resource. `claims` is what a sign-in must request; it never crosses the contract.
 *
 * Source: learn.microsoft.com/entra/identity-platform/claims-challenge.
 */
export class ClaimsChallenge extends EvergrantError<'graph.insufficient_claims'> {
  readonly claims: string | null;

  constructor(
    claims: string | null,
    options: Pick<Problem, 'params' | 'retry'> & {
      readonly retryAfterMs?: number;
      readonly raw?: Problem['raw'];
    },
  ) {
    super('graph.insufficient_claims', options);
    this.claims = claims;
  }
}

/**
 * The claims of a `WWW-Authenticate` header, decoded: base64 (URL-safe too) of a JSON object. Null
 * when there are none, or they are not a JSON object.
 */
export function readClaims(challenge: string): string | null {
  const encoded = /\bclaims="([\w+/=-]+)"/.exec(challenge)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? text : null;
  } catch {
    return null;
  }
}
