import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const badScope: ProblemText = {
  title: 'Microsoft doesn’t accept the requested scope',
  cause:
    'The Graph host doesn’t belong to this cloud, or the request combines scopes that can’t be combined.',
  cure: 'Check that the connector is set to the right cloud. If it is, report this with the details.',
  who: who.support,
};

const badRequest: ProblemText = {
  title: 'Microsoft’s sign-in page rejected Evergrant’s request',
  cause:
    'The request was incomplete or malformed. That’s a fault in Evergrant, not in your account.',
  cure: 'Try again. If it keeps happening, send the details to your Evergrant support contact.',
  who: who.support,
};

const addRedirect =
  'In the app registration, under Authentication, add http://localhost (without a path) to Mobile and desktop applications.';

/** AADSTS numbers about the app registration and what is requested from it. */
export const entraRegistrationProblems = {
  ...same(['aadsts.70011', 'aadsts.28002', 'aadsts.700022'], badScope),
  ...same(['aadsts.900144', 'aadsts.9002313', 'aadsts.90013', 'aadsts.9001023'], badRequest),
  ...same(['aadsts.900971', 'aadsts.500113'], {
    title: 'The app registration has no redirect URI',
    cause: 'The app registration is incomplete.',
    cure: addRedirect,
    who: who.registrationOwner,
  }),
  'aadsts.50011': {
    title: 'The redirect URI isn’t registered',
    cause:
      'http://localhost (without a path) is missing from the app registration, or is registered under another platform.',
    cure: addRedirect,
    who: who.registrationOwner,
  },
  'aadsts.65005': {
    title: 'The app registration doesn’t list the requested API',
    cause:
      'Microsoft Graph is missing from its API permissions, or a new tenant doesn’t have Microsoft Graph yet.',
    cure: 'Compare the required permissions with the API permissions page of the app registration. In a tenant created today, have an administrator sign in once, then grant again.',
    who: who.registrationOwner,
  },
  'aadsts.650054': {
    title: 'The app registration asks for an API that no longer exists',
    cause: 'It still lists a permission of an API that was removed.',
    cure: 'Remove that permission from the app registration, under API permissions, then grant again.',
    who: who.registrationOwner,
  },
  'aadsts.650057': {
    title: 'The app registration doesn’t list a requested permission',
    cause: 'The API of a required permission is missing from the connector’s app registration.',
    cure: 'Add the required permissions to the app registration, under API permissions.',
    who: who.registrationOwner,
  },
  'aadsts.90008': {
    title: 'User.Read is missing from the app registration',
    cause: 'An application must have at least “Sign in and read user profile” for Microsoft Graph.',
    cure: 'Add the delegated permission User.Read to the app registration, under API permissions, then grant again.',
    who: who.registrationOwner,
  },
  'aadsts.1003031': {
    title: 'The app registration lists no permissions',
    cause: 'Its required permissions are empty or malformed, so there is nothing to grant.',
    cure: 'Add the required permissions to the app registration, under API permissions.',
    who: who.registrationOwner,
  },
  'aadsts.50001': {
    title: 'Microsoft doesn’t know the requested API, or it’s disabled',
    cause: 'The API’s address is wrong for this cloud, or the API is turned off in the tenant.',
    cure: 'Check the connector’s cloud. If it’s right, compare the app registration with the required permissions.',
    who: who.registrationOwner,
  },
  'aadsts.50194': {
    title: 'The app registration is for one tenant only',
    cause: 'Its supported account types don’t include other organizations.',
    cure: 'In the app registration, under Authentication, choose accounts in any organizational directory.',
    who: who.registrationOwner,
  },
  'aadsts.90130': {
    title: 'The app registration can’t be used from other organizations',
    cause: 'Its supported account types don’t fit the sign-in address that was used.',
    cure: 'In the app registration, under Authentication, choose accounts in any organizational directory.',
    who: who.registrationOwner,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
