import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const profileProblems: Readonly<Record<string, ProblemText>> = {
  'profile.unknown': {
    title: 'This connector isn’t in Evergrant',
    cause: 'It was removed, perhaps in another window.',
    cure: 'Choose another connector, or add it again.',
    who: who.you,
  },
  'profile.already': {
    title: 'This connector is already in Evergrant as {{name}}',
    cause: 'A connector with the same client ID in the same cloud was added before.',
    cure: 'Use that one.',
    who: who.you,
  },
  'profile.inUse': {
    title: '{{name}} is still used by customers',
    cause: 'These customers were added with it: {{customers}}.',
    cure: 'Forget those customers first, then remove the connector.',
    who: who.you,
  },
  'profile.none': {
    title: 'You don’t have a connector yet',
    cause: 'Evergrant has to know which connector the customer is to grant.',
    cure: 'Set up a connector first.',
    who: who.you,
  },
  'profile.choose': {
    title: 'There is more than one connector',
    cause: 'Evergrant can’t determine which one this customer is for.',
    cure: 'Choose the connector.',
    who: who.you,
  },
  'profile.permissionMayWrite': {
    title: 'The connector asks for more than read access',
    cause: 'These permissions can write, or aren’t known to be read-only: {{permissions}}.',
    cure: 'Remove them from the required permissions and from the app registration.',
    who: who.registrationOwner,
  },
  'profile.nothingRequired': {
    title: 'No permission is required',
    cause: 'Apart from sign-in itself, the list is empty, so there is nothing to verify.',
    cure: 'Omit the list to use the usual three permissions, or name at least one.',
    who: who.you,
  },
  'tenant.unknown': {
    title: 'This customer isn’t in Evergrant',
    cause: 'It was never added, or was forgotten.',
    cure: 'Add the customer by domain or tenant ID.',
    who: who.you,
  },
  'lease.lost': {
    title: 'Another Evergrant window took this over',
    cause:
      'This computer was asleep, or too busy to report that it was still working ({{kind}}), so another window or the command line took over.',
    cure: 'Check there, or start again.',
    who: who.you,
  },
  'lease.held': {
    title: 'This is already running for this customer',
    cause: 'Another window or the command line is doing it now ({{kind}}).',
    cure: 'Wait until it ends, or cancel it there.',
    who: who.you,
  },
};

const grantProblems: Readonly<Record<string, ProblemText>> = {
  'grant.neverTested': {
    title: 'Not tested yet',
    cause: 'Nothing is known about this connection.',
    cure: 'Test the permissions, or grant them.',
    who: who.you,
  },
  'grant.notInstalled': {
    title: 'The connector isn’t installed in this tenant',
    cause: 'The tenant has no enterprise application for this connector.',
    cure: 'If it was granted a moment ago, wait a minute and test again. Otherwise, grant the permissions.',
    who: who.consentAdministrator,
  },
  'grant.contradicted': {
    title: 'Microsoft’s answers contradict each other',
    cause:
      'The token that Microsoft just issued has the connector’s permissions, but Microsoft Graph doesn’t find its enterprise application.',
    cure: 'Wait a minute and test again. You don’t have to grant or delete anything.',
    who: who.nobody,
  },
  'grant.removedHere': {
    title: 'Removed from Evergrant',
    cause:
      'Evergrant deleted its record of this connection and the tokens. It doesn’t know whether the tenant still has the connector.',
    cure: 'Grant again, or have the enterprise application deleted in the tenant.',
    who: who.you,
  },
  'grant.stale': {
    title: 'The last test is too old to rely on',
    cause: 'It ran at {{at}}, or this computer’s clock was changed.',
    cure: 'Test the permissions again.',
    who: who.you,
  },
  'grant.offline': {
    title: 'This computer is offline',
    cause:
      'It has no network connection, so Evergrant can’t check whether the connection to the tenant still works.',
    cure: 'Check the network connection, then test again. In the meantime, you can still read synced data.',
    who: who.you,
  },
  'grant.permissionMissing': {
    title: 'A permission is missing',
    cause: 'Not granted in this tenant: {{permissions}}.',
    cure: 'Grant the permissions again; you don’t have to delete anything.',
    who: who.consentAdministrator,
  },
  'grant.recordedButAbsent': {
    title: 'A permission is recorded but doesn’t work',
    cause:
      'The tenant records the grant of {{permissions}}, but a token or a read shows otherwise. Right after a grant, this is temporary.',
    cure: 'Wait a few minutes and test again. If it keeps happening, grant again.',
    who: who.consentAdministrator,
  },
  'grant.couldNotTell': {
    title: 'Evergrant couldn’t verify a permission',
    cause: 'No proof was available for {{permissions}}.',
    cure: 'See the reason in its row, then test again.',
    who: who.you,
  },
  'grant.mayWrite': {
    title: 'The connector may do more than read in this tenant',
    cause: 'It was granted permissions that may do more than read: {{permissions}}.',
    cure: 'Remove them from the enterprise application, under Permissions, and from the app registration.',
    who: who.customerAdministrator,
  },
  'grant.disabled': {
    title: 'The connector is disabled',
    cause:
      'Usually, “Enabled for users to sign in?” is set to No on the enterprise application in this tenant.',
    cure: 'In the Entra portal, open the enterprise application, then Properties, and set it to Yes. If it’s already Yes, ask the owner of the app registration to activate the application.',
    who: who.customerAdministrator,
  },
  'grant.deactivated': {
    title: 'The application is deactivated',
    cause:
      'The owner of the app registration deactivated it. Microsoft issues no new tokens for it, in any tenant.',
    cure: 'Ask the owner to activate it again. Deleting it or granting it again in this tenant won’t help.',
    who: who.registrationOwner,
  },
  'grant.organizationUnread': {
    title: 'Evergrant couldn’t confirm the tenant',
    cause: 'It couldn’t read the tenant’s own description with the token of this test.',
    cure: 'Test again in a minute.',
    who: who.you,
  },
  'grant.noReadKnown': {
    title: 'Evergrant knows no read that uses {{permission}}',
    cause: 'The connector doesn’t usually have this permission.',
    cure: 'Evergrant can’t verify it. Remove it from the required permissions, or accept that it stays unverified.',
    who: who.registrationOwner,
  },
  'grant.principalUnread': {
    title: 'Evergrant couldn’t use {{permission}} for a read',
    cause: 'The read needs the connector’s enterprise application, which couldn’t be read.',
    cure: 'Check what this row says about the grant, then test again.',
    who: who.you,
  },
  'grant.testTooSlow': {
    title: 'The test took too long',
    cause: 'The network is slow, or Microsoft keeps asking Evergrant to wait.',
    cure: 'Test again in a minute.',
    who: who.you,
  },
  'grant.wrongTenant': {
    title: 'The connector reads another tenant',
    cause:
      'The token or the tenant’s description is from {{found}}, not {{expected}}. Nothing was recorded as verified.',
    cure: 'Check this customer’s tenant ID and the connector’s cloud.',
    who: who.you,
  },
  'grant.signInRuns': {
    title: 'A sign-in for this customer is already open',
    cause: 'The page was opened a moment ago and is still open in the browser.',
    cure: 'Finish it there, or cancel it first.',
    who: who.you,
  },
  'grant.nobodySignedIn': {
    title: 'You’re not signed in to this tenant',
    cause: 'Evergrant can also try delegated permissions while a technician is signed in.',
    cure: 'If you want that proof, sign in to this customer. The recorded grant is proof enough.',
    who: who.you,
  },
};

/** What can be wrong with a connector, a customer, or the connection between them. */
export const connectionProblems = {
  ...profileProblems,
  ...grantProblems,
} as const satisfies Readonly<Record<string, ProblemText>>;
