import type { Meaning, PortalPage, Problem } from '../../contract/problem.ts';
import type { Demanded } from './table/row.ts';
import { microsoftRow, rowOf } from './table/table.ts';

/**
 * A problem, an error, or anything else with a code. Only the code counts: stored details can be
 * outdated.
 */
type Coded = Pick<Problem, 'code'>;

/** The meaning of a problem; null when nothing depends on it. */
export function meaningOf({ code }: Coded): Meaning | null {
  return rowOf(code)?.meaning ?? null;
}

/**
 * What a problem requires before the account can sign in to the tenant again: a sign-in, or first a
 * change by an administrator; null when it requires neither.
 */
export function demandOf({ code }: Coded): Demanded | null {
  return rowOf(code)?.demand ?? null;
}

/** The portal page on which to fix it; null when there is none. */
export function portalPageOf({ code }: Coded): PortalPage | null {
  return rowOf(code)?.portal ?? null;
}

/** Entra's page cannot redirect the browser: no such redirect URI, or none at all. */
export function isRefusedRedirect({ code }: Coded): boolean {
  return rowOf(code)?.refusesRedirect === true;
}

/** Concurrent consents to, or deletions of, the same enterprise application: temporary. */
export const isRace = asks('race');

/** The person chose Cancel on the consent page. */
export const isDeclined = asks('declined');

/** The enterprise application exists, or was just created, and its permissions are not granted. */
export const isNotConsented = asks('notConsented');

/**
 * Whether consent in the tenant can fix a refusal. It cannot fix a registration that must change, or
 * a wrong tenant, cloud or request.
 */
export function isCuredByConsent({ code }: Coded): boolean {
  const row = microsoftRow(code);
  return row !== null && row.retry !== 'never' && row.meaning !== 'notAssigned';
}

/** Entra knows no application with this ID in the tenant. */
export const isUnknownApplication = asks('unknownApplication');

/** The tenant has no such enterprise application. */
export const isNotInstalled = asks('notInstalled', 'unknownApplication');

/** The enterprise application exists and is disabled. */
export const isSwitchedOff = asks('switchedOff');

/** Entra knows no such tenant. */
export const isUnknownTenant = asks('unknownTenant');

/** The tenant does not know this account, which can be valid in other tenants. */
export const isUnknownAccount = asks('unknownAccount');

/**
 * A rule of the tenant (Conditional Access, security defaults, risk) stopped the sign-in, whatever
 * else applies.
 */
export const isSignInRule = asks('signInRule');

/**
 * The refusal is about the tenant, the cloud, or the form of the request; it does not show whether
 * the application exists.
 */
export const saysNothingOfApplication = asks('unknownTenant', 'otherCloud', 'request');

/** The signature matches no key of the registration. */
export const isUnknownKey = asks('unknownKey');

/** The secret is wrong or has expired. */
export const isRefusedSecret = asks('refusedSecret');

/** The connector's own credential was refused, or there is none; this shows nothing about any tenant. */
export const isCredentialFault = asks('unknownKey', 'refusedSecret', 'credential');

/** Microsoft has blocked the whole tenant. */
export const isBlockedTenant = asks('blockedTenant');

/** No one has taken over the directory: Entra grants no application in it. */
export const isUnmanaged = asks('unmanaged');

/** This computer's clock is wrong. */
export const isClock = asks('clock');

/** Graph itself reports, with its own code, that there is no such object. */
export const saysAbsent = asks('absent');

/** Graph itself reports that the permission for a read is missing. */
export const saysPermissionMissing = asks('permissionMissing');

/** Graph refused a connector to which Entra had issued a token. */
export const isTurnedAway = asks('permissionMissing', 'unknownIdentity');

/**
 * Microsoft refused the connector after the grant was made, so earlier proof of the grant is in
 * doubt. Entra's own numbers are not checked in this function: each of them refuses a token.
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

/** No request reached the customer's tenant, so nothing was proven there. */
export const isUnproven = asks(
  'outOfReach',
  'intercepted',
  'credential',
  'wrongTenant',
  'unknownTenant',
);

/** The link from which to continue a read is no longer valid. */
export const isExpiredLink = asks('expiredLink');

/** The answer is not Microsoft's but comes from something in between, so it shows nothing about a tenant. */
export const isIntercepted = asks('intercepted');

/** The network request failed. */
export const isOutOfReach = asks('outOfReach');

/** Undecided: unreachable, intercepted, or Microsoft is busy. */
export const isUndecided = asks('outOfReach', 'intercepted', 'busy');

function asks(...meanings: readonly Meaning[]): (problem: Coded) => boolean {
  return (problem) => {
    const meaning = meaningOf(problem);
    return meaning !== null && meanings.includes(meaning);
  };
}
