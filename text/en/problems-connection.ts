import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const profileProblems: Readonly<Record<string, ProblemText>> = {
  'profile.unknown': {
    title: 'This connector is not here',
    cause: 'It was removed, perhaps in another window.',
    cure: 'Choose another connector, or add it again.',
    who: who.you,
  },
  'profile.already': {
    title: 'This connector is already here as {{name}}',
    cause: 'A connector with the same client id in the same cloud was added before.',
    cure: 'Use that one.',
    who: who.you,
  },
  'profile.inUse': {
    title: '{{name}} is still used by customers',
    cause: 'Customers that were added with it: {{customers}}.',
    cure: 'Forget those customers first, then remove the connector.',
    who: who.you,
  },
  'profile.none': {
    title: 'There is no connector yet',
    cause: 'A customer is added with the connector that is to be granted.',
    cure: 'Set up a connector first.',
    who: who.you,
  },
  'profile.choose': {
    title: 'There is more than one connector',
    cause: 'Evergrant cannot tell which one this customer is for.',
    cure: 'Choose the connector.',
    who: who.you,
  },
  'profile.permissionMayWrite': {
    title: 'The connector asks for more than reading',
    cause: 'These permissions may write, or are not known to only read: {{permissions}}.',
    cure: 'Take them out of the required permissions, and out of the registration.',
    who: who.registrationOwner,
  },
  'profile.nothingRequired': {
    title: 'No permission is required',
    cause: 'Apart from sign-in itself the list is empty, so there is nothing to prove.',
    cure: 'Leave the list away for the usual three permissions, or name at least one.',
    who: who.you,
  },
  'tenant.unknown': {
    title: 'This customer is not here',
    cause: 'It was never added, or was forgotten.',
    cure: 'Add the customer by domain or tenant id.',
    who: who.you,
  },
  'lease.lost': {
    title: 'Another Evergrant window took this over',
    cause:
      'This computer was asleep or too busy to say that it was still working ({{kind}}), so another window or the command line took over.',
    cure: 'Check there, or start again.',
    who: who.you,
  },
  'lease.held': {
    title: 'This is already running for the customer',
    cause: 'Another window, or the command line, is doing it now ({{kind}}).',
    cure: 'Wait until it ends, or cancel it there.',
    who: who.you,
  },
};

const grantProblems: Readonly<Record<string, ProblemText>> = {
  'grant.neverTested': {
    title: 'Not tested yet',
    cause: 'Nothing is known of this connection.',
    cure: 'Test the permissions, or grant them.',
    who: who.you,
  },
  'grant.notInstalled': {
    title: 'The connector is not installed in this tenant',
    cause: 'The tenant holds no enterprise application of this connector.',
    cure: 'Grant the permissions. If that was done a moment ago, wait a minute and test again.',
    who: who.consentAdministrator,
  },
  'grant.contradicted': {
    title: 'Microsoft’s answers contradict each other',
    cause:
      'The token that Microsoft has just issued carries the permissions of the connector, and Microsoft Graph does not find its enterprise application.',
    cure: 'Wait a minute and test again. Nothing has to be granted or deleted.',
    who: who.nobody,
  },
  'grant.removedHere': {
    title: 'Removed here',
    cause:
      'The record and tokens were forgotten here; whether the tenant still has the connector is not known.',
    cure: 'Grant again, or have the enterprise application deleted in the tenant.',
    who: who.you,
  },
  'grant.stale': {
    title: 'The last test is too old to count',
    cause: 'It was made at {{at}}, or the tenant cannot be reached now.',
    cure: 'Test the permissions again.',
    who: who.you,
  },
  'grant.offline': {
    title: 'This computer is offline',
    cause: 'It has no network, so whether the connection still works cannot be told now.',
    cure: 'Check the network connection, then test again. Synced data can be read meanwhile.',
    who: who.you,
  },
  'grant.permissionMissing': {
    title: 'A permission is missing',
    cause: 'Not granted in this tenant: {{permissions}}.',
    cure: 'Grant the permissions again; nothing has to be deleted.',
    who: who.consentAdministrator,
  },
  'grant.recordedButAbsent': {
    title: 'A permission is recorded but does not work',
    cause:
      'The tenant records the grant of {{permissions}}, yet a token or a read shows otherwise. After a fresh grant this passes.',
    cure: 'Wait a few minutes and test again. If it stays, grant again.',
    who: who.consentAdministrator,
  },
  'grant.couldNotTell': {
    title: 'A permission could not be checked',
    cause: 'No proof could be had for {{permissions}}.',
    cure: 'See the rows for the reason, then test again.',
    who: who.you,
  },
  'grant.mayWrite': {
    title: 'The connector may write in this tenant',
    cause: 'It was granted permissions that may do more than read: {{permissions}}.',
    cure: 'Remove them from the enterprise application, under Permissions, and from the registration.',
    who: who.customerAdministrator,
  },
  'grant.disabled': {
    title: 'The connector is disabled',
    cause:
      'Usually “Enabled for users to sign in?” is set to No on the enterprise application in this tenant.',
    cure: 'In the Entra portal, open the enterprise application, then Properties, and set it to Yes. If it is Yes already, ask the owner of the app registration to activate the application.',
    who: who.customerAdministrator,
  },
  'grant.deactivated': {
    title: 'The application is deactivated',
    cause:
      'The owner of the app registration deactivated it. Microsoft gives it no new tokens, in any tenant.',
    cure: 'Ask the owner to activate it again. Deleting it or granting it again in this tenant does not help.',
    who: who.registrationOwner,
  },
  'grant.organizationUnread': {
    title: 'The tenant could not be confirmed',
    cause: 'Its own description could not be read with the token of this test.',
    cure: 'Test again in a minute.',
    who: who.you,
  },
  'grant.noReadKnown': {
    title: 'Evergrant knows no read that exercises {{permission}}',
    cause: 'This permission is not one of those that the connector usually has.',
    cure: 'It cannot be proven here. Leave it out of the required permissions, or accept that it stays open.',
    who: who.registrationOwner,
  },
  'grant.principalUnread': {
    title: '{{permission}} could not be exercised',
    cause: 'Its read needs the enterprise application of the connector, which could not be read.',
    cure: 'Look at what is said of the grant in this row, then test again.',
    who: who.you,
  },
  'grant.testTooSlow': {
    title: 'The test took too long',
    cause: 'The network is slow, or Microsoft keeps asking to wait.',
    cure: 'Test again in a minute.',
    who: who.you,
  },
  'grant.wrongTenant': {
    title: 'The connector reads another tenant',
    cause:
      'The token or the description is from {{found}}, not from {{expected}}. Nothing was recorded as proven.',
    cure: 'Check the tenant id of this customer and the cloud of the connector.',
    who: who.you,
  },
  'grant.signInRuns': {
    title: 'A sign-in for this customer is already open',
    cause: 'The page was opened a moment ago and waits in the browser.',
    cure: 'Finish it there, or cancel it first.',
    who: who.you,
  },
  'grant.nobodySignedIn': {
    title: 'Nobody is signed in to this tenant',
    cause: 'The delegated permissions can also be tried out while a technician is signed in.',
    cure: 'Sign in to this customer if you want that proof; the recorded grant is proof enough.',
    who: who.you,
  },
};

/** What may be wrong with a connector, a customer, or the connection between them. */
export const connectionProblems = {
  ...profileProblems,
  ...grantProblems,
} as const satisfies Readonly<Record<string, ProblemText>>;
