import type { Meaning, PortalPage, Problem } from '../../contract/problem.ts';
import type { Demanded } from './table/row.ts';
import { microsoftRow, rowOf } from './table/table.ts';

/** A problem, an error, or whatever else has a code. Only the code is asked: what was kept beside it may be older. */
type Coded = Pick<Problem, 'code'>;

/** What a problem says; null where nothing follows from it. */
export function meaningOf({ code }: Coded): Meaning | null {
  return rowOf(code)?.meaning ?? null;
}

/**
 * What a problem demands before the account can sign in to the tenant again: a sign-in, or first a change by
 * an administrator; null when it demands neither.
 */
export function demandOf({ code }: Coded): Demanded | null {
  return rowOf(code)?.demand ?? null;
}

/** The page of the portal on which the cure is; null where it is on none. */
export function portalPageOf({ code }: Coded): PortalPage | null {
  return rowOf(code)?.portal ?? null;
}

/** Entra's page will not send the browser back: no such redirect URI, or none at all. */
export function isRefusedRedirect({ code }: Coded): boolean {
  return rowOf(code)?.refusesRedirect === true;
}

/** Consents or deletions of the same enterprise application met: it passes. */
export const isRace = asks('race');

/** The person at the consent page pressed Cancel. */
export const isDeclined = asks('declined');

/** The enterprise application is there, or just made, and its permissions are not granted. */
export const isNotConsented = asks('notConsented');

/**
 * Whether consent in the tenant may cure a refusal. It cures neither a registration that has to change, nor a
 * tenant, a cloud or a request that is wrong.
 */
export function isCuredByConsent({ code }: Coded): boolean {
  const row = microsoftRow(code);
  return row !== null && row.retry !== 'never' && row.meaning !== 'notAssigned';
}

/** Entra knows no application of this id in the tenant. */
export const isUnknownApplication = asks('unknownApplication');

/** The tenant has no such enterprise application. */
export const isNotInstalled = asks('notInstalled', 'unknownApplication');

/** The enterprise application is there, and switched off. */
export const isSwitchedOff = asks('switchedOff');

/** Entra knows no such tenant. */
export const isUnknownTenant = asks('unknownTenant');

/** The tenant does not know this account: it reaches other tenants, not this one. */
export const isUnknownAccount = asks('unknownAccount');

/** A rule of the tenant (Conditional Access, security defaults, risk) stopped the sign-in, whatever else is true. */
export const isSignInRule = asks('signInRule');

/** The refusal is about which tenant was asked, in which cloud, or how: whether the application is there is not said. */
export const saysNothingOfApplication = asks('unknownTenant', 'otherCloud', 'request');

/** No key of the registration made this signature. */
export const isUnknownKey = asks('unknownKey');

/** The secret is wrong or has expired. */
export const isRefusedSecret = asks('refusedSecret');

/** The connector's own credential was turned down, or there is none; this says nothing of any tenant. */
export const isCredentialFault = asks('unknownKey', 'refusedSecret', 'credential');

/** Microsoft has blocked the tenant as a whole. */
export const isBlockedTenant = asks('blockedTenant');

/** No one has taken the directory over: Entra grants no application in it. */
export const isUnmanaged = asks('unmanaged');

/** The clock of this computer is off. */
export const isClock = asks('clock');

/** Graph itself says that there is no such object, in words of its own. */
export const saysAbsent = asks('absent');

/** Graph itself says that the permission for a read is missing. */
export const saysPermissionMissing = asks('permissionMissing');

/** Graph turned away a connector that Entra had let in. */
export const isTurnedAway = asks('permissionMissing', 'unknownIdentity');

/**
 * Microsoft turned the connector away after the grant was made: what was proven of the grant before is in doubt.
 * Entra's own numbers are not asked here: every one of them refuses a token.
 */
export const isRefused = asks(
  'refused',
  'tokenRefused',
  'permissionMissing',
  'unknownIdentity',
  'signInRule',
  'session',
  'unmanaged',
);

/** Nothing was asked in the customer's tenant, so that nothing was proven there. */
export const isUnproven = asks(
  'outOfReach',
  'intercepted',
  'credential',
  'wrongTenant',
  'unknownTenant',
);

/** The place to continue a read from is no longer valid. */
export const isExpiredLink = asks('expiredLink');

/** Not Microsoft answered, but something between: nothing follows from it for a tenant. */
export const isIntercepted = asks('intercepted');

/** No network got us there. */
export const isOutOfReach = asks('outOfReach');

/** Nothing was decided: out of reach, something between, or Microsoft is busy. */
export const isUndecided = asks('outOfReach', 'intercepted', 'busy');

function asks(...meanings: readonly Meaning[]): (problem: Coded) => boolean {
  return (problem) => {
    const meaning = meaningOf(problem);
    return meaning !== null && meanings.includes(meaning);
  };
}
