import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const lookUp = 'look up the number on Microsoft’s site and copy the details into a ticket.';

/** Temporary AADSTS numbers, and numbers that are not in the catalog. */
export const entraServiceProblems = {
  ...same(
    [
      'aadsts.50033',
      'aadsts.90006',
      'aadsts.90012',
      'aadsts.90024',
      'aadsts.90033',
      'aadsts.50087',
    ],
    {
      title: 'Microsoft is busy',
      cause: 'The sign-in service has a temporary problem.',
      cure: 'No changes needed. Evergrant tries again; you can test again in a minute.',
      who: who.nobody,
    },
  ),
  'aadsts.90055': {
    title: 'Microsoft asks this tenant to slow down',
    cause: 'The tenant had too many sign-ins at the same time.',
    cure: 'No changes needed. Wait a few minutes, then test again.',
    who: who.nobody,
  },
  'aadsts.50196': {
    title: 'Microsoft stopped a loop of identical requests',
    cause: 'There were too many sign-ins of the same kind in a short time.',
    cure: 'Wait five minutes. If it happens again, report it with the details.',
    who: who.support,
  },
  'aadsts.unknown': {
    title: 'Microsoft refused the request (AADSTS{{number}})',
    cause: 'Evergrant has no explanation for this number.',
    cure: `Try once more. If it keeps happening, ${lookUp}`,
    who: who.you,
  },
  'aadsts.unknownBusy': {
    title: 'Microsoft sign-in is temporarily unavailable (AADSTS{{number}})',
    cause: 'Microsoft calls it a fault in its own service.',
    cure: `Wait a minute and try again. If it keeps happening, ${lookUp}`,
    who: who.nobody,
  },
  'aadsts.unknownConsent': {
    title: 'Microsoft requires a consent that is missing (AADSTS{{number}})',
    cause: 'The permissions, or some of them, weren’t granted in this tenant.',
    cure: `Grant the permissions, then test again. If it keeps happening, ${lookUp}`,
    who: who.consentAdministrator,
  },
  'aadsts.unknownSignIn': {
    title: 'Microsoft requires the account to sign in again (AADSTS{{number}})',
    cause:
      'The sign-in has ended, or the tenant requires something more, such as multi-factor authentication.',
    cure: `Sign in again and complete what the page asks for. If it keeps happening, ${lookUp}`,
    who: who.you,
  },
  'aadsts.unknownDenied': {
    title: 'Microsoft denied access (AADSTS{{number}})',
    cause:
      'The account or the connector isn’t allowed to do this in the tenant, or someone selected Cancel.',
    cure: `Try once more with an administrator of the customer. If it keeps happening, ${lookUp}`,
    who: who.customerAdministrator,
  },
  'aadsts.unknownClient': {
    title: 'Microsoft didn’t accept the connector (AADSTS{{number}})',
    cause:
      'Its credential is wrong or expired, or its enterprise application is missing or disabled.',
    cure: `Check the connector’s credential and test again. If it keeps happening, ${lookUp}`,
    who: who.registrationOwner,
  },
  'aadsts.connectorRule': {
    title: 'A sign-in rule of the tenant blocks the connector (AADSTS{{number}})',
    cause:
      'A Conditional Access policy or the security defaults require something from the connector that only a person can do.',
    cure: 'Send the correlation ID to an administrator of the customer: the sign-in logs, under service principal sign-ins, name the rule. Have the connector excluded from it.',
    who: who.customerAdministrator,
  },
  'aadsts.connectorRefused': {
    title: 'Microsoft refused the connector (AADSTS{{number}})',
    cause:
      'This error number is for sign-ins by people, but no person is involved: the connector signs in with its own credential.',
    cure: `Test again in a few minutes. If Microsoft keeps refusing, ${lookUp}`,
    who: who.you,
  },
  'aadsts.unknownRequest': {
    title: 'Microsoft didn’t accept the request (AADSTS{{number}})',
    cause: 'The app registration doesn’t fit the request, or Evergrant sent an invalid request.',
    cure: 'Look up the number on Microsoft’s site, and send the details to your Evergrant support contact.',
    who: who.support,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
