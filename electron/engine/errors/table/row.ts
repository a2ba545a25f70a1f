import type { Meaning, PortalPage, Retry } from '../../../contract/problem.ts';

/**
 * What may help when a code is met: `wait` until a grant or a replica has arrived, `transient` pauses
 * and repeats, `interactive` needs a person at a sign-in or consent page, `admin` needs an administrator
 * to change something first, `never` is not helped by repeating.
 */
export type Advice = 'wait' | 'transient' | 'interactive' | 'admin' | 'never';

/** Who can act, named as the text catalogue names them. `nobody`: it passes without anyone acting. */
export type Actor =
  | 'nobody'
  | 'you'
  | 'customerAdministrator'
  | 'consentAdministrator'
  | 'partnerAdministrator'
  | 'registrationOwner'
  | 'networkAdministrator'
  | 'support';

/** What a problem demands before the account can sign in to the tenant again, and of whom. */
export type Demanded = 'signIn' | 'administrator';

/** What is known of a code of ours; whether repeating helps is known to whoever throws it. */
export interface OwnRow {
  readonly meaning?: Meaning;
  readonly demand?: Demanded;
  readonly portal?: PortalPage;
  /** The redirect URI of the request is none of the registration's: Entra's page sends no one back. */
  readonly refusesRedirect?: true;
  /** Parameters that its sentences name. */
  readonly params?: readonly string[];
}

/** What is known of a code of Microsoft's. */
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
