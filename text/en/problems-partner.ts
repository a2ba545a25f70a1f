import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** The partner's own list of customers. */
export const partnerProblems = {
  'partner.none': {
    title: 'The registration for your partner list is not set up',
    cause: 'It was removed, or never entered.',
    cure: 'Enter the client id of a registration in your own tenant.',
    who: who.you,
  },
  'partner.isConnector': {
    title: 'This is the client id of the connector {{name}}',
    cause:
      'The connector keeps its three permissions everywhere; the partner list needs others, in your own tenant alone.',
    cure: 'Make a registration of its own for it, and enter that one’s client id.',
    who: who.registrationOwner,
  },
  'partner.signInRuns': {
    title: 'A sign-in is open already',
    cause: 'Its page waits in your browser.',
    cure: 'Finish it there, or cancel it here.',
    who: who.you,
  },
  'partner.nobodySignedIn': {
    title: 'Nobody is signed in for the partner list',
    cause: 'There was no sign-in yet, or it has ended.',
    cure: 'Sign in with an account of your own tenant.',
    who: who.you,
  },
  'partner.mayWrite': {
    title: 'The registration may do more than read: {{permissions}}',
    cause: 'It was given these permissions in the portal. Evergrant has dropped its sign-in again.',
    cure: 'Take them out under API permissions, revoke their consent, and sign in again.',
    who: who.partnerAdministrator,
  },
  'partner.permissionMissing': {
    title: 'You are signed in, but these permissions are lacking: {{permissions}}',
    cause:
      'They are not among the registration’s API permissions, or nobody has consented to them in your tenant.',
    cure: 'Add them as delegated permissions, grant admin consent in your own tenant, and sign in again. What can be read without them is shown.',
    who: who.partnerAdministrator,
  },
  'partner.listGone': {
    title: 'This list is no longer kept',
    cause: 'Evergrant was started again, or the list was read anew.',
    cure: 'Read the list again and choose anew.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
