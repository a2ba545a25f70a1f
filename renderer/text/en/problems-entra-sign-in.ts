import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const notInTenant: ProblemText = {
  title: 'This account does not belong to the customer',
  cause:
    'A personal account, an account of another tenant, or one without a partner relationship to this customer was used.',
  cure: 'Sign in again and choose an account of this customer, or one that your partner relationship lets in.',
  who: who.you,
};

const signInAgain: ProblemText = {
  title: 'The sign-in is no longer valid',
  cause:
    'The password was changed, sessions were revoked, or the sign-in was not used for too long.',
  cure: 'Sign in again.',
  who: who.you,
};

const startAgain: ProblemText = {
  title: 'The sign-in could not be completed',
  cause: 'It took too long, or two sign-ins crossed each other.',
  cure: 'Start the sign-in again and finish it in the tab that opens.',
  who: who.you,
};

const mfa: ProblemText = {
  title: 'The account has to prove itself again',
  cause: 'The customer or Microsoft asks for multi-factor authentication here.',
  cure: 'Sign in again and complete what the page asks for. Register a method if it offers that.',
  who: who.you,
};

const device: ProblemText = {
  title: 'This device is not accepted',
  cause: 'A Conditional Access policy wants a device that is managed, compliant or joined.',
  cure: 'Use a device that the policy accepts, or have the policy changed.',
  who: who.customerAdministrator,
};

const policy: ProblemText = {
  title: 'A policy of the customer blocks the access',
  cause:
    'Conditional Access or the security defaults of the tenant stop this account or the connector.',
  cure: 'The sign-in logs of the customer name the policy. An administrator can exclude the connector or the account.',
  who: who.customerAdministrator,
};

/** AADSTS numbers about the person who signs in. */
export const entraSignInProblems: Readonly<Record<string, ProblemText>> = {
  ...same(
    [
      'aadsts.50020',
      'aadsts.50034',
      'aadsts.51004',
      'aadsts.50014',
      'aadsts.16000',
      'aadsts.500208',
      'aadsts.90072',
    ],
    notInTenant,
  ),
  ...same(
    [
      'aadsts.50173',
      'aadsts.50132',
      'aadsts.50133',
      'aadsts.70000',
      'aadsts.70008',
      'aadsts.700082',
      'aadsts.50058',
      'aadsts.700003',
    ],
    signInAgain,
  ),
  ...same(['aadsts.50089', 'aadsts.54005', 'aadsts.501481', 'aadsts.700005'], startAgain),
  ...same(
    [
      'aadsts.50072',
      'aadsts.50074',
      'aadsts.50076',
      'aadsts.50078',
      'aadsts.50079',
      'aadsts.50158',
    ],
    mfa,
  ),
  ...same(['aadsts.50097', 'aadsts.53000', 'aadsts.53001'], device),
  ...same(
    ['aadsts.50131', 'aadsts.53002', 'aadsts.53003', 'aadsts.530032', 'aadsts.530035'],
    policy,
  ),
  'aadsts.50105': {
    title: 'The account is not assigned to the connector',
    cause: 'On the enterprise application, "Assignment required?" is set to Yes.',
    cure: 'Assign the account to the enterprise application, or set "Assignment required?" to No.',
    who: who.customerAdministrator,
  },
  'aadsts.70043': {
    title: 'The sign-in is older than the customer allows',
    cause: 'A Conditional Access policy limits how long a sign-in is valid.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.50053': {
    title: 'The account is locked',
    cause: 'Too many wrong passwords, or the network address is blocked.',
    cure: 'Wait and try again, or have the account unlocked.',
    who: who.you,
  },
  'aadsts.50055': {
    title: 'The password has expired',
    cause: 'The account needs a new password.',
    cure: 'Change the password, then sign in again.',
    who: who.you,
  },
  'aadsts.50057': {
    title: 'The account is disabled',
    cause: 'An administrator has disabled it.',
    cure: 'Use another account, or have this one enabled.',
    who: who.customerAdministrator,
  },
  'aadsts.50126': {
    title: 'User name or password is wrong',
    cause: 'One of them was mistyped.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.53004': {
    title: 'The account cannot register for multi-factor authentication',
    cause: 'Microsoft sees a risk in this sign-in.',
    cure: 'An administrator has to clear the risk of the account first.',
    who: who.customerAdministrator,
  },
  'aadsts.530034': {
    title: 'Your partner account is blocked',
    cause: 'It is regarded as at risk in your own tenant.',
    cure: 'Have the risk cleared in your own tenant, then sign in again.',
    who: who.partnerAdministrator,
  },
};
