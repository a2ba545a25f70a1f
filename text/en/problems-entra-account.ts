import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const chooseAnother =
  'Choose “Use another account” and one of this customer, or one that your partner relationship lets in; a private window helps where the browser signs in by itself.';

const personalAccount: ProblemText = {
  title: 'A personal account was used',
  cause: 'A private Microsoft account, or one of another identity provider, is not in this tenant.',
  cure: chooseAnother,
  who: who.you,
};

const notFound: ProblemText = {
  title: 'This account does not exist in the customer’s tenant',
  cause: 'The name was mistyped, or the account belongs to another tenant.',
  cure: chooseAnother,
  who: who.you,
};

const signInAgain: ProblemText = {
  title: 'The sign-in is no longer valid',
  cause: 'The password was changed, or sessions of the account were revoked.',
  cure: 'Sign in again.',
  who: who.you,
};

const startAgain: ProblemText = {
  title: 'The sign-in could not be completed',
  cause: 'Its answer came twice, or two sign-ins crossed each other.',
  cure: 'Start the sign-in again and finish it in the tab that opens.',
  who: who.you,
};

/** AADSTS numbers about the account that signs in and its session. */
export const entraAccountProblems = {
  ...same(['aadsts.16000', 'aadsts.500208'], personalAccount),
  ...same(['aadsts.50034', 'aadsts.51004'], notFound),
  ...same(['aadsts.50173', 'aadsts.50132', 'aadsts.50133', 'aadsts.70000'], signInAgain),
  ...same(['aadsts.54005', 'aadsts.501481', 'aadsts.700005'], startAgain),
  'aadsts.50020': {
    title: 'This account does not belong to the customer',
    cause:
      'An account of your own or another organization was used, without a partner relationship (GDAP) that reaches this tenant. The browser may have chosen it by itself.',
    cure: `${chooseAnother} Through a partner relationship: check that it is active and that your account is in the mapped group.`,
    who: who.you,
  },
  'aadsts.50014': {
    title: 'The invitation of this guest account is still open',
    cause: 'The account was invited to the tenant and has not accepted, or it is not there at all.',
    cure: 'Accept the invitation in the mail, or use an account of the customer.',
    who: who.you,
  },
  'aadsts.90072': {
    title: 'Your account has no place in the customer’s tenant',
    cause:
      'An account of your own organization was used, so what the tenant asks for (multi-factor authentication) cannot be met.',
    cure: chooseAnother,
    who: who.you,
  },
  'aadsts.50105': {
    title: 'The account is not assigned to the connector',
    cause: 'On the enterprise application, "Assignment required?" is set to Yes.',
    cure: 'In the Entra portal, on the enterprise application, assign the account under Users and groups, or set "Assignment required?" to No under Properties.',
    who: who.customerAdministrator,
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
  'aadsts.50058': {
    title: 'Nobody is signed in any more',
    cause: 'The browser session that the sign-in was to use is gone.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.50089': {
    title: 'The sign-in took too long',
    cause: 'The page stayed open until Microsoft gave it up.',
    cure: 'Start again and finish it in the tab that opens.',
    who: who.you,
  },
  'aadsts.70008': {
    title: 'The sign-in has expired',
    cause: 'It took too long to be finished, or was revoked meanwhile.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.700082': {
    title: 'The sign-in was not used for too long',
    cause: 'Evergrant was not opened for this account for months (usually 90 days).',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.700003': {
    title: 'This computer is no longer known to the tenant',
    cause: 'Its device object was deleted or disabled in Entra, and the sign-in depended on it.',
    cure: 'Sign in again in the browser. If it repeats, have the computer registered anew.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
