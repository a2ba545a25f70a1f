import { randomUUID } from 'node:crypto';
import { EntraError } from './aadsts.ts';
import rows from './aadsts-catalog.json' with { type: 'json' };

/**
 * How Entra says one of its numbers: OAuth's word at the token endpoint, and whether a browser ends
 * on a page or goes back to the app (entra-graph §3.2, which marks much of it as experience).
 */
export interface AadstsFacts {
  readonly code: number;
  readonly error: string;
  readonly suberror?: string;
  /** Of the token endpoint. */
  readonly status: number;
  readonly place: 'page' | 'redirect';
  readonly text: string;
}

/** Every number that the reference tells of. */
export const aadstsCatalog: readonly AadstsFacts[] = rows.map((row) => ({
  ...row,
  place: row.place === 'redirect' ? 'redirect' : 'page',
}));

/** One number; one that is not in the catalogue ends on a page, as `invalid_request`. */
export function aadstsByCode(code: number): AadstsFacts {
  return (
    aadstsCatalog.find((row) => row.code === code) ?? {
      code,
      error: 'invalid_request',
      status: 400,
      place: 'page',
      text: 'An error of this number was asked for.',
    }
  );
}

/** Suberrors that come with claims for the next sign-in. */
const withClaims: ReadonlySet<string> = new Set([
  'basic_action',
  'additional_action',
  'message_only',
]);

/** The token endpoint's refusal with this number. */
export function entraErrorOf(facts: AadstsFacts): EntraError {
  const { status, error, code, text, suberror } = facts;
  const claims = JSON.stringify({
    access_token: { capolids: { essential: true, values: [randomUUID()] } },
  });
  return new EntraError(status, error, code, text, {
    suberror,
    ...(suberror !== undefined && withClaims.has(suberror) && { claims }),
  });
}
