import type { ProblemText } from './problem-text.ts';
import { who } from './problem-text.ts';

/** Setting up a connector: key pairs and the app registration. */
export const setUpProblems = {
  'keyPair.unknown': {
    title: 'This key pair no longer exists',
    cause: 'It was used or discarded, perhaps in another window.',
    cure: 'Start again: a new key pair takes a second.',
    who: who.you,
  },
  'setUp.unknown': {
    title: 'This set-up no longer exists',
    cause: 'It was finished or discarded, perhaps in another window.',
    cure: 'Check whether the connector is in the list. If it isn’t, start again.',
    who: who.you,
  },
  'setUp.applicationUnknown': {
    title: 'Microsoft finds no application with this ID in {{home}}',
    cause:
      'A digit is missing, it’s the object ID instead of the Application (client) ID, the app registration was created in another tenant, or it’s only seconds old.',
    cure: 'Copy the Application (client) ID from the app registration’s Overview page. If you created it just now, wait a minute and try again.',
    who: who.you,
  },
  'setUp.applicationFirst': {
    title: 'Evergrant has to find the application first',
    cause: 'The app registration must be found before it can be checked.',
    cure: 'Correct the client ID or the tenant, then check again.',
    who: who.you,
  },
  'setUp.notGranted': {
    title: 'Not granted in your own tenant yet',
    cause:
      'Evergrant reads the app registration with the connector’s own read permission, which has to be granted in your own tenant too.',
    cure: 'Grant the connector in your own tenant, then check again.',
    who: 'A Privileged Role Administrator or Global Administrator in your own tenant',
  },
  'setUp.homeUnknown': {
    title: 'Which tenant is this app registration in?',
    cause: 'The connector was not set up with Evergrant on this computer.',
    cure: 'Enter your own tenant’s domain or ID, then check.',
    who: who.you,
  },
  'setUp.vendorsRegistration': {
    title: 'This app registration is the vendor’s',
    cause: 'It’s in the vendor’s tenant, where only the vendor can check it.',
    cure: 'If something about it seems wrong, ask the vendor.',
    who: who.nobody,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
