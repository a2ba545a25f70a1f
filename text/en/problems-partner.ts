import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** The list of customers from Partner Center or GDAP relationships. */
export const partnerProblems = {
  'partner.none': {
    title: 'The app registration for your partner list isn’t set up',
    cause: 'It was removed, or never entered.',
    cure: 'Enter the client ID of an app registration in your own tenant.',
    who: who.you,
  },
  'partner.isConnector': {
    title: 'This is the client ID of the connector {{name}}',
    cause:
      'The connector has the same three permissions everywhere; the partner list needs others, only in your own tenant.',
    cure: 'Create a separate app registration for the partner list, and enter its client ID.',
    who: who.registrationOwner,
  },
  'partner.signInRuns': {
    title: 'A sign-in is already open',
    cause: 'Its page is open in your browser.',
    cure: 'Finish it there, or cancel it in Evergrant.',
    who: who.you,
  },
  'partner.nobodySignedIn': {
    title: 'You’re not signed in for the partner list',
    cause: 'You haven’t signed in yet, or the sign-in has ended.',
    cure: 'Sign in with an account from your own tenant.',
    who: who.you,
  },
  'partner.mayWrite': {
    title: 'The app registration may do more than read: {{permissions}}',
    cause: 'It was given these permissions in the portal. Evergrant has discarded its sign-in.',
    cure: 'Remove them under API permissions, revoke their consent, and sign in again.',
    who: who.partnerAdministrator,
  },
  'partner.permissionMissing': {
    title: 'You’re signed in, but these permissions are missing: {{permissions}}',
    cause:
      'They aren’t among the app registration’s API permissions, or no one has consented to them in your tenant.',
    cure: 'Add them as delegated permissions, grant admin consent in your own tenant, and sign in again. Evergrant shows what it can read without them.',
    who: who.partnerAdministrator,
  },
  'partner.listGone': {
    title: 'This list is no longer available',
    cause: 'Evergrant was restarted, or the list was read again.',
    cure: 'Read the list again and choose again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
