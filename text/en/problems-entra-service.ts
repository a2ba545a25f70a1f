import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const lookUp = 'look the number up at Microsoft and copy the details into a ticket.';

/** AADSTS numbers that pass by themselves, and numbers that stand in no catalogue. */
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
      cause: 'A passing condition of the sign-in service.',
      cure: 'Nothing to change. Evergrant tries again; you can test again in a minute.',
      who: who.nobody,
    },
  ),
  'aadsts.90055': {
    title: 'Microsoft asks this tenant to slow down',
    cause: 'Too many sign-ins of the tenant came at once.',
    cure: 'Nothing to change. Wait a few minutes, then test again.',
    who: who.nobody,
  },
  'aadsts.50196': {
    title: 'Microsoft stopped a loop of identical requests',
    cause: 'Too many sign-ins of the same kind in a short time.',
    cure: 'Wait five minutes. If it comes back, report it with the details.',
    who: who.support,
  },
  'aadsts.unknown': {
    title: 'Microsoft refused with AADSTS{{number}}',
    cause: 'Evergrant has no explanation for this number.',
    cure: `Try once more. If it stays, ${lookUp}`,
    who: who.you,
  },
  'aadsts.unknownBusy': {
    title: 'Microsoft sign-in is not available just now (AADSTS{{number}})',
    cause: 'Microsoft calls it a fault of its own service.',
    cure: `Wait a minute and try again. If it stays, ${lookUp}`,
    who: who.nobody,
  },
  'aadsts.unknownConsent': {
    title: 'Microsoft asks for a consent that is not there (AADSTS{{number}})',
    cause: 'The permissions were not granted in this tenant, or not all of them.',
    cure: `Grant the permissions, then test again. If it stays, ${lookUp}`,
    who: who.consentAdministrator,
  },
  'aadsts.unknownSignIn': {
    title: 'Microsoft wants the account to sign in again (AADSTS{{number}})',
    cause:
      'The sign-in has ended, or the tenant asks for something more, such as multi-factor authentication.',
    cure: `Sign in again and complete what the page asks for. If it repeats, ${lookUp}`,
    who: who.you,
  },
  'aadsts.unknownDenied': {
    title: 'Microsoft denied the access (AADSTS{{number}})',
    cause:
      'The account or the connector is not allowed to do this in the tenant, or somebody pressed Cancel.',
    cure: `Try once more with an administrator of the customer. If it stays, ${lookUp}`,
    who: who.customerAdministrator,
  },
  'aadsts.unknownClient': {
    title: 'Microsoft did not accept the connector (AADSTS{{number}})',
    cause:
      'Its credential is wrong or expired, or its enterprise application is missing or switched off.',
    cure: `Check the credential of the connector and test again. If it stays, ${lookUp}`,
    who: who.registrationOwner,
  },
  'aadsts.connectorRule': {
    title: 'A sign-in rule of the tenant stops the connector (AADSTS{{number}})',
    cause:
      'A Conditional Access policy or the security defaults ask the connector for something that only a person can do.',
    cure: 'Send the correlation id to an administrator of the customer: the sign-in log, under service principal sign-ins, names the rule. Have the connector excluded from it.',
    who: who.customerAdministrator,
  },
  'aadsts.connectorRefused': {
    title: 'Microsoft refused the connector (AADSTS{{number}})',
    cause:
      'The number is one for people, and no person takes part in this: the connector signs in with its own credential.',
    cure: `Test again in a few minutes. If Microsoft keeps refusing, ${lookUp}`,
    who: who.you,
  },
  'aadsts.unknownRequest': {
    title: 'Microsoft did not accept the request (AADSTS{{number}})',
    cause: 'The registration does not fit what is asked of it, or Evergrant asked wrongly.',
    cure: 'Look the number up at Microsoft, and copy the details to whoever supports Evergrant.',
    who: who.support,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
