import type { Meaning, PortalPage, Retry } from '../../../contract/problem.ts';

/**
 * What can help with a code: `wait` for a grant or a replica to arrive, `transient` pauses and
 * retries, `interactive` needs a person at a sign-in or consent page, `admin` needs an administrator
 * to change something first, `never`: retrying does not help.
 */
export type Advice = 'wait' | 'transient' | 'interactive' | 'admin' | 'never';

/** Who can act, by the names in the text catalogue. `nobody`: it passes without any action. */
export type Actor =
  | 'nobody'
  | 'you'
  | 'customerAdministrator'
  | 'consentAdministrator'
  | 'partnerAdministrator'
  | 'registrationOwner'
  | 'networkAdministrator'
  | 'support';

/** What a problem requires before the account can sign in to the tenant again, and who must act. */
export type Demanded = 'signIn' | 'administrator';

/** The row of one of our own codes; whoever throws it decides whether retrying helps. */
export interface OwnRow {
  readonly meaning?: Meaning;
  readonly demand?: Demanded;
  readonly portal?: PortalPage;
  /** The request's redirect URI is not one of the registration's: Entra's page can't redirect the browser. */
  readonly refusesRedirect?: true;
  /** Parameters that its sentences use. */
  readonly params?: readonly string[];
}

/** The row of one of Microsoft's codes. */
export interface Row extends OwnRow {
  readonly retry: Advice;
  readonly meaning: Meaning;
  readonly who: Actor;
}

/** The same advice as it crosses the contract. */
export function retryOf(advice: Advice): Retry {
  if (advice === 'never') return 'never';
  return advice === 'interactive' ? 'now' : 'after';
}
