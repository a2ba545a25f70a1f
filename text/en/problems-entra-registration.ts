import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const badScope: ProblemText = {
  title: 'The scope that was asked for is not accepted',
  cause:
    'The Graph host does not belong to this cloud, or scopes were mixed that may not be mixed.',
  cure: 'Check that the connector is set to the right cloud. If it is, report this with the details.',
  who: who.support,
};

const badRequest: ProblemText = {
  title: 'The sign-in page rejected the request of Evergrant',
  cause:
    'The request was incomplete or malformed. That is a fault in the product, not of your account.',
  cure: 'Try again; if it stays, copy the details to whoever supports Evergrant.',
  who: who.support,
};

const addRedirect =
  'In the registration, under Authentication, add http://localhost, without a path, to Mobile and desktop applications.';

/** AADSTS numbers about the app registration and what is asked of it. */
export const entraRegistrationProblems = {
  ...same(['aadsts.70011', 'aadsts.28002', 'aadsts.700022'], badScope),
  ...same(['aadsts.900144', 'aadsts.9002313', 'aadsts.90013', 'aadsts.9001023'], badRequest),
  ...same(['aadsts.900971', 'aadsts.500113'], {
    title: 'The registration has no redirect address',
    cause: 'The registration is incomplete.',
    cure: addRedirect,
    who: who.registrationOwner,
  }),
  'aadsts.50011': {
    title: 'The redirect address is not registered',
    cause:
      'http://localhost, without a path, is missing from the registration or stands under another platform.',
    cure: addRedirect,
    who: who.registrationOwner,
  },
  'aadsts.65005': {
    title: 'The registration does not list the API that is asked for',
    cause:
      'Microsoft Graph is missing from the permissions of the registration, or a new tenant does not have Microsoft Graph yet.',
    cure: 'Compare the required permissions with the API permissions page of the registration. In a tenant made today, have an administrator sign in once and grant again.',
    who: who.registrationOwner,
  },
  'aadsts.650054': {
    title: 'The registration asks for an API that no longer exists',
    cause: 'A permission of an API that was removed still stands in the registration.',
    cure: 'Remove that permission from the registration, under API permissions, then grant again.',
    who: who.registrationOwner,
  },
  'aadsts.650057': {
    title: 'A permission is asked for that the registration does not list',
    cause: 'The API of a required permission is missing from the registration of the connector.',
    cure: 'Add the required permissions to the registration, under API permissions.',
    who: who.registrationOwner,
  },
  'aadsts.90008': {
    title: 'The registration lacks User.Read',
    cause:
      'An application has to hold at least “Sign in and read user profile” of Microsoft Graph.',
    cure: 'Add the delegated permission User.Read to the registration, under API permissions, then grant again.',
    who: who.registrationOwner,
  },
  'aadsts.1003031': {
    title: 'The registration lists no permissions',
    cause: 'Its required permissions are empty or malformed, so there is nothing to grant.',
    cure: 'Add the required permissions to the registration, under API permissions.',
    who: who.registrationOwner,
  },
  'aadsts.50001': {
    title: 'Microsoft does not know the API that was asked for, or it is disabled',
    cause:
      'The address of the API is wrong for this cloud, or the API is switched off in the tenant.',
    cure: 'Check the cloud of the connector. If it is right, compare the registration with the required permissions.',
    who: who.registrationOwner,
  },
  'aadsts.50194': {
    title: 'The registration is for one tenant only',
    cause: 'The supported account types of the registration do not include other organizations.',
    cure: 'In the registration, under Authentication, choose accounts in any organizational directory.',
    who: who.registrationOwner,
  },
  'aadsts.90130': {
    title: 'The registration cannot be used from other organizations',
    cause: 'Its supported account types do not fit the sign-in address that was used.',
    cure: 'In the registration, under Authentication, choose accounts in any organizational directory.',
    who: who.registrationOwner,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
