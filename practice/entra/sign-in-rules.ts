import { randomUUID } from 'node:crypto';
import { graphAppId } from '../world/permission-catalog.ts';
import { findAccount } from '../world/find.ts';
import type { SignInRuleName } from '../world/sign-in-rule-names.ts';
import type { Account, PracticeTenant, SignInRule, World } from '../world/types.ts';
import { EntraError } from './aadsts.ts';

/** The error of an unmet rule, and what meets it. */
interface RuleFacts {
  readonly code: number;
  readonly error: 'invalid_grant' | 'interaction_required';
  readonly suberror: 'basic_action' | 'additional_action' | 'message_only' | 'bad_token';
  readonly text: string;
  /**
   * What a person does on the sign-in page: approves, registers, continues at another provider, only signs
   * in, or nothing that would help.
   */
  readonly cure: 'approve' | 'register' | 'provider' | 'signIn' | 'none';
}

/** Conditional Access's demands. */
const signInRules = {
  mfa: {
    code: 50076,
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${graphAppId}'.`,
    cure: 'approve',
  },
  mfaExpired: {
    code: 50078,
    error: 'interaction_required',
    suberror: 'basic_action',
    text: `Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access '${graphAppId}'.`,
    cure: 'approve',
  },
  mfaRegistration: {
    code: 50079,
    error: 'interaction_required',
    suberror: 'basic_action',
    text: `Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '${graphAppId}'.`,
    cure: 'register',
  },
  externalChallenge: {
    code: 50158,
    error: 'interaction_required',
    suberror: 'basic_action',
    text: 'External security challenge not satisfied. User will be redirected to another page or authentication provider to satisfy additional authentication challenges.',
    cure: 'provider',
  },
  signInFrequency: {
    code: 70043,
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: 'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
    cure: 'signIn',
  },
  deviceAuthentication: {
    code: 50097,
    error: 'interaction_required',
    suberror: 'additional_action',
    text: 'Device authentication is required.',
    cure: 'none',
  },
  compliantDevice: {
    code: 53000,
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device is not in required device state. Conditional Access policy requires a compliant device, and the device is not compliant.',
    cure: 'none',
  },
  joinedDevice: {
    code: 53001,
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device is not in required device state. Conditional Access policy requires a domain joined device, and the device is not domain joined.',
    cure: 'none',
  },
  approvedApp: {
    code: 53002,
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'The app used is not an approved app for Conditional Access.',
    cure: 'none',
  },
  block: {
    code: 53003,
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    cure: 'none',
  },
  blockApps: {
    code: 53003,
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance to this workload identity.',
    cure: 'none',
  },
} as const satisfies Readonly<Record<SignInRuleName, RuleFacts>>;

/** A rule of the tenant that a person does not meet. */
export interface Demand extends RuleFacts {
  readonly rule: SignInRule;
}

const minute = 60 * 1000;

/** Replaces the rule with the same name. Throws when its person doesn't exist. */
export function setSignInRule(
  world: World,
  tenant: PracticeTenant,
  wanted: Pick<SignInRule, 'name' | 'userPrincipalName' | 'everyMinutes'>,
  now: number,
): void {
  const { userPrincipalName } = wanted;
  if (userPrincipalName !== null && findAccount(world, userPrincipalName) === undefined) {
    throw new Error(`There is no account ${userPrincipalName}.`);
  }
  tenant.signInRules = tenant.signInRules.filter(({ name }) => name !== wanted.name);
  tenant.signInRules.push({ ...wanted, policyId: randomUUID(), setAt: now, met: [] });
}

/** The first rule of a tenant that a person does not meet now; `person` null for an application. */
export function demandOf(
  tenant: PracticeTenant,
  person: Account | null,
  now: number,
): Demand | undefined {
  const unmet = tenant.signInRules.find((rule) => {
    if ((rule.name === 'blockApps') !== (person === null)) return false;
    if (person === null) return true;
    const { userPrincipalName, everyMinutes } = rule;
    if (userPrincipalName !== null && userPrincipalName !== person.userPrincipalName) return false;
    const at = rule.met.find(({ objectId }) => objectId === person.objectId)?.at;
    if (signInRules[rule.name].cure === 'none' || at === undefined) return true;
    return everyMinutes !== null && at + everyMinutes * minute <= now;
  });
  return unmet && { ...signInRules[unmet.name], rule: unmet };
}

/** Records that a person met a rule's demand on the sign-in page. */
export function meet({ rule }: Demand, { objectId }: Account, now: number): void {
  rule.met = [...rule.met.filter((one) => one.objectId !== objectId), { objectId, at: now }];
}

/** The token endpoint's answer until then: with `claims` that the next sign-in must send. */
export function unmetDemand({ rule, code, error, suberror, text, cure }: Demand): EntraError {
  const claims = JSON.stringify({
    access_token: { capolids: { essential: true, values: [rule.policyId] } },
  });
  return new EntraError(400, error, code, text, {
    suberror,
    ...(cure !== 'signIn' && { claims }),
  });
}
