import type { ProblemText } from './problem-text.ts';
import { who } from './problem-text.ts';

/** Setting up a connector: key pairs, the registration. */
export const setUpProblems = {
  'keyPair.unknown': {
    title: 'This key pair is not here any more',
    cause: 'It was put to use or given up, perhaps in another window.',
    cure: 'Begin again: a new key pair takes a second.',
    who: who.you,
  },
  'setUp.unknown': {
    title: 'This set-up is not here any more',
    cause: 'It was finished or given up, perhaps in another window.',
    cure: 'Look whether the connector is in the list; if not, begin again.',
    who: who.you,
  },
  'setUp.applicationUnknown': {
    title: 'Microsoft knows no application with this id in {{home}}',
    cause:
      'A digit is missing, it is the object id instead of the Application (client) ID, the registration was made in another tenant, or it is only seconds old.',
    cure: 'Copy the Application (client) ID from the registration’s Overview page. If it was made just now, wait a minute and try again.',
    who: who.you,
  },
  'setUp.applicationFirst': {
    title: 'First the application has to be found',
    cause: 'Nothing of a registration can be looked at that is not found.',
    cure: 'Put the client id or the tenant right, then check again.',
    who: who.you,
  },
  'setUp.notGranted': {
    title: 'Not granted in your own tenant yet',
    cause:
      'Evergrant reads the registration with the connector’s own reading permission, and that has to be granted in your own tenant too.',
    cure: 'Grant the connector in your own tenant, then check again.',
    who: 'A Privileged Role Administrator or Global Administrator of your own tenant',
  },
  'setUp.homeUnknown': {
    title: 'In which tenant is this registration?',
    cause: 'The connector was not set up with Evergrant on this computer.',
    cure: 'Type a domain or the id of your own tenant, then check.',
    who: who.you,
  },
  'setUp.vendorsRegistration': {
    title: 'This registration is the vendor’s',
    cause: 'It lives in the vendor’s tenant, where nobody else can look at it.',
    cure: 'Ask the vendor if something about it seems wrong.',
    who: who.nobody,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
