import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const lookInLog =
  'Send the correlation ID to an administrator of the tenant: the sign-in logs name the policy. If a person is signing in, fresh multi-factor authentication may satisfy it.';

const mfa: ProblemText = {
  title: 'The account has to complete multi-factor authentication',
  cause: 'The customer or Microsoft requires it for this sign-in.',
  cure: 'Sign in again and complete what the page asks for.',
  who: who.you,
};

const registerMfa: ProblemText = {
  title: 'The account isn’t set up for multi-factor authentication yet',
  cause: 'The tenant’s security defaults or a Conditional Access policy require it.',
  cure: 'Sign in again, set up a method when the page offers it, and finish the sign-in.',
  who: who.you,
};

/** AADSTS numbers of tenant policies that block a sign-in or require more. */
export const entraPolicyProblems = {
  ...same(['aadsts.50074', 'aadsts.50076', 'aadsts.50078'], mfa),
  ...same(['aadsts.50072', 'aadsts.50079'], registerMfa),
  'aadsts.50158': {
    title: 'Another service has to confirm the sign-in',
    cause: 'The tenant uses multi-factor authentication from another provider.',
    cure: 'Sign in again and complete what that service asks for.',
    who: who.you,
  },
  'aadsts.50097': {
    title: 'The sign-in has to come from a registered device',
    cause: 'A Conditional Access policy requires this device to identify itself, and it didn’t.',
    cure: 'Sign in from a device that is registered in the tenant, or have the policy changed.',
    who: who.you,
  },
  'aadsts.53000': {
    title: 'This device isn’t compliant',
    cause: 'A Conditional Access policy requires a device that is marked as compliant.',
    cure: 'Use a compliant device, or have this account excluded from the policy.',
    who: who.customerAdministrator,
  },
  'aadsts.53001': {
    title: 'This device isn’t joined to the domain',
    cause: 'A Conditional Access policy requires a joined device.',
    cure: 'Use a joined device, or have this account excluded from the policy.',
    who: who.customerAdministrator,
  },
  'aadsts.53002': {
    title: 'A policy allows only approved applications',
    cause: 'The connector isn’t on the list of a Conditional Access policy.',
    cure: 'Have the connector excluded from that policy.',
    who: who.customerAdministrator,
  },
  'aadsts.53003': {
    title: 'A Conditional Access policy blocked this',
    cause:
      'The policy blocks the account, the location or the device. For the connector itself, it’s a policy for workload identities.',
    cure: lookInLog,
    who: who.customerAdministrator,
  },
  'aadsts.50131': {
    title: 'Conditional Access blocked the sign-in',
    cause: 'The state of the device, or activity that looks suspicious.',
    cure: lookInLog,
    who: who.customerAdministrator,
  },
  'aadsts.530032': {
    title: 'A security policy of the tenant blocks access',
    cause: 'The tenant’s administrators set a rule beyond Conditional Access.',
    cure: 'Send the correlation ID to an administrator of the tenant, who can review the policy.',
    who: who.customerAdministrator,
  },
  'aadsts.530034': {
    title: 'Your partner account is blocked',
    cause: 'Your own tenant considers it at risk.',
    cure: 'Have the risk cleared in your own tenant, then sign in again.',
    who: who.partnerAdministrator,
  },
  'aadsts.530035': {
    title: 'The tenant’s security defaults block the sign-in',
    cause: 'It came without multi-factor authentication, or looked unsafe.',
    cure: 'Have an administrator of the tenant check the sign-in logs. If a person is signing in, multi-factor authentication satisfies the security defaults.',
    who: who.customerAdministrator,
  },
  'aadsts.53004': {
    title: 'The account can’t register for multi-factor authentication',
    cause: 'Microsoft considers this sign-in risky.',
    cure: 'Have an administrator clear the account’s risk first.',
    who: who.customerAdministrator,
  },
  'aadsts.70043': {
    title: 'The sign-in is older than the customer allows',
    cause: 'A Conditional Access policy limits how long a sign-in is valid.',
    cure: 'Sign in again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
