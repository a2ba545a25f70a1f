import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const lookInLog =
  'Send the correlation id to an administrator of the tenant: the sign-in log names the policy. Where a person is signing in, fresh multi-factor authentication may satisfy it.';

const mfa: ProblemText = {
  title: 'The account has to prove itself again',
  cause: 'The customer or Microsoft asks for multi-factor authentication here.',
  cure: 'Sign in again and complete what the page asks for.',
  who: who.you,
};

const registerMfa: ProblemText = {
  title: 'The account has no method for multi-factor authentication yet',
  cause: 'Security defaults or a Conditional Access policy of the tenant ask for one.',
  cure: 'Sign in again, register a method as the page offers, and finish the sign-in.',
  who: who.you,
};

/** AADSTS numbers by which a policy of a tenant stops or asks for more. */
export const entraPolicyProblems = {
  ...same(['aadsts.50074', 'aadsts.50076', 'aadsts.50078'], mfa),
  ...same(['aadsts.50072', 'aadsts.50079'], registerMfa),
  'aadsts.50158': {
    title: 'A second service has to confirm the sign-in',
    cause: 'The tenant uses the multi-factor authentication of another maker.',
    cure: 'Sign in again and complete what that service asks for.',
    who: who.you,
  },
  'aadsts.50097': {
    title: 'The sign-in has to come from a registered device',
    cause: 'A Conditional Access policy asks this device to identify itself, and it did not.',
    cure: 'Sign in from a device that is registered in the tenant, or have the policy changed.',
    who: who.you,
  },
  'aadsts.53000': {
    title: 'This device is not compliant',
    cause: 'A Conditional Access policy wants a device that management regards as compliant.',
    cure: 'Use a compliant device, or have the policy leave this account out.',
    who: who.customerAdministrator,
  },
  'aadsts.53001': {
    title: 'This device is not joined to the domain',
    cause: 'A Conditional Access policy wants a joined device.',
    cure: 'Use a joined device, or have the policy leave this account out.',
    who: who.customerAdministrator,
  },
  'aadsts.53002': {
    title: 'A policy allows only approved applications',
    cause: 'The connector is not on the list of a Conditional Access policy.',
    cure: 'Have the connector left out of that policy.',
    who: who.customerAdministrator,
  },
  'aadsts.53003': {
    title: 'A sign-in rule of the tenant stopped this',
    cause:
      'A Conditional Access policy blocks the account, the place or the device; for the connector itself it is a policy for workload identities.',
    cure: lookInLog,
    who: who.customerAdministrator,
  },
  'aadsts.50131': {
    title: 'Conditional Access did not let the sign-in through',
    cause: 'The state of the device, or activity that looks suspicious.',
    cure: lookInLog,
    who: who.customerAdministrator,
  },
  'aadsts.530032': {
    title: 'A security policy of the tenant blocks the access',
    cause: 'A rule beyond Conditional Access, set by the tenant’s administrators.',
    cure: 'Send the correlation id to an administrator of the tenant, who can review the policy.',
    who: who.customerAdministrator,
  },
  'aadsts.530034': {
    title: 'Your partner account is blocked',
    cause: 'It is regarded as at risk in your own tenant.',
    cure: 'Have the risk cleared in your own tenant, then sign in again.',
    who: who.partnerAdministrator,
  },
  'aadsts.530035': {
    title: 'The security defaults of the tenant block the sign-in',
    cause: 'It came without multi-factor authentication, or looked unsafe.',
    cure: 'Have an administrator of the tenant look at the sign-in log. Where a person is signing in, multi-factor authentication satisfies the security defaults.',
    who: who.customerAdministrator,
  },
  'aadsts.53004': {
    title: 'The account cannot register for multi-factor authentication',
    cause: 'Microsoft sees a risk in this sign-in.',
    cure: 'An administrator has to clear the risk of the account first.',
    who: who.customerAdministrator,
  },
  'aadsts.70043': {
    title: 'The sign-in is older than the customer allows',
    cause: 'A Conditional Access policy limits how long a sign-in is valid.',
    cure: 'Sign in again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
