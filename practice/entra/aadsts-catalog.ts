import { randomUUID } from 'node:crypto';
import { EntraError } from './aadsts.ts';
import rows from './aadsts-catalog.json' with { type: 'json' };

/**
 * How Entra reports one of its numbers: the OAuth error at the token endpoint, and whether a browser flow
 * ends on a page or redirects to the app. Much of this is undocumented and comes from experience.
 */
export interface AadstsFacts {
  readonly code: number;
  readonly error: string;
  readonly suberror?: string;
  /** The OAuth error of the token endpoint. */
  readonly status: number;
  readonly place: 'page' | 'redirect';
  readonly text: string;
}

/** Every known number. */
export const aadstsCatalog: readonly AadstsFacts[] = rows.map((row) => ({
  ...row,
  place: row.place === 'redirect' ? 'redirect' : 'page',
}));

/** The facts of one number; an unknown one ends on a page, as `invalid_request`. */
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

/** Suberrors that include claims for the next sign-in. */
const withClaims: ReadonlySet<string> = new Set([
  'basic_action',
  'additional_action',
  'message_only',
]);

/** The token endpoint's error with this number. */
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
