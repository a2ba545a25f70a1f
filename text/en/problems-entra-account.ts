import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const chooseAnother =
  'Choose “Use another account”, then an account of this customer or one that your partner relationship (GDAP) lets in. If the browser signs in automatically, use a private window.';

const personalAccount: ProblemText = {
  title: 'A personal account was used',
  cause:
    'A personal Microsoft account, or an account from another identity provider, isn’t in this tenant.',
  cure: chooseAnother,
  who: who.you,
};

const notFound: ProblemText = {
  title: 'This account doesn’t exist in the customer’s tenant',
  cause: 'The name was mistyped, or the account belongs to another tenant.',
  cure: chooseAnother,
  who: who.you,
};

const signInAgain: ProblemText = {
  title: 'The sign-in is no longer valid',
  cause: 'The password was changed, or the account’s sessions were revoked.',
  cure: 'Sign in again.',
  who: who.you,
};

const startAgain: ProblemText = {
  title: 'The sign-in couldn’t be completed',
  cause: 'Microsoft’s answer arrived twice, or two sign-ins got in each other’s way.',
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
    title: 'This account doesn’t belong to the customer',
    cause:
      'It’s from your own or another organization, and no partner relationship (GDAP) gives it access to this tenant. The browser may have chosen it automatically.',
    cure: `${chooseAnother} If you use a partner relationship, check that it is active and that your account is in a security group assigned to it.`,
    who: who.you,
  },
  'aadsts.50014': {
    title: 'This guest account hasn’t accepted its invitation',
    cause:
      'The account was invited to the tenant and hasn’t accepted, or it isn’t in the tenant at all.',
    cure: 'Accept the invitation in the email, or use one of the customer’s accounts.',
    who: who.you,
  },
  'aadsts.90072': {
    title: 'Your account isn’t in the customer’s tenant',
    cause:
      'The account is from your own organization, so it can’t meet what the tenant requires (multi-factor authentication).',
    cure: chooseAnother,
    who: who.you,
  },
  'aadsts.50105': {
    title: 'The account isn’t assigned to the connector',
    cause: 'On the enterprise application, “Assignment required?” is set to Yes.',
    cure: 'In the Entra portal, open the enterprise application and assign the account under Users and groups, or set “Assignment required?” to No under Properties.',
    who: who.customerAdministrator,
  },
  'aadsts.50053': {
    title: 'The account is locked',
    cause: 'Too many wrong passwords were entered, or the IP address is blocked.',
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
    cure: 'Use another account, or ask an administrator to enable this one.',
    who: who.customerAdministrator,
  },
  'aadsts.50126': {
    title: 'The user name or password is wrong',
    cause: 'One of them was mistyped.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.50058': {
    title: 'You’re no longer signed in',
    cause: 'The browser session that the sign-in needed is gone.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.50089': {
    title: 'The sign-in took too long',
    cause: 'The page stayed open past Microsoft’s time limit.',
    cure: 'Start again and finish it in the tab that opens.',
    who: who.you,
  },
  'aadsts.70008': {
    title: 'The sign-in has expired',
    cause: 'It took too long to finish, or was revoked in the meantime.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.700082': {
    title: 'The sign-in expired because it wasn’t used',
    cause: 'Evergrant didn’t use this account for months (usually 90 days).',
    cure: 'Sign in again.',
    who: who.you,
  },
  'aadsts.700003': {
    title: 'The tenant no longer knows this computer',
    cause: 'Its device object was deleted or disabled in Entra, and the sign-in depended on it.',
    cure: 'Sign in again in the browser. If it keeps happening, have the computer registered again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
