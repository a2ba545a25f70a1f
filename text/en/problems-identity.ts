import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** Sign-in, the look-up of a tenant, and consent. */
export const identityProblems = {
  'identity.serviceUnavailable': {
    title: 'Microsoft sign-in is not available just now',
    cause: 'A passing fault of the service.',
    cure: 'Nothing to change. Try again in a minute.',
    who: who.nobody,
  },
  'identity.refused': {
    title: 'Microsoft refused the sign-in',
    cause: 'It gave no number, only: {{error}}.',
    cure: 'Try again. If it stays, report it with the details.',
    who: who.you,
  },
  'identity.signInAgain': {
    title: 'Nobody is signed in any more',
    cause: 'The sign-in that was kept cannot be renewed without you.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'identity.authorityUnusable': {
    title: 'The sign-in service of this cloud could not be used',
    cause: 'Its description could not be read, or it speaks for another address.',
    cure: 'Check the network and the cloud of the connector, then try again.',
    who: who.you,
  },
  'identity.failed': {
    title: 'The sign-in failed on this computer',
    cause: 'The sign-in library reported: {{error}}.',
    cure: 'Try again. If it stays, report it with the details.',
    who: who.support,
  },
  'identity.noCredential': {
    title: 'The connector has no credential here',
    cause: 'No certificate or secret is saved for it, so nobody can be signed in as the connector.',
    cure: 'Save a certificate in the connector: with it every permission can be proven, and only then it turns green. Until then, sign in to see what works for you.',
    who: who.you,
  },
  'identity.credentialUnusable': {
    title: 'The saved credential cannot be used',
    cause: 'The private key or certificate cannot be read, or they do not belong together.',
    cure: 'Save the certificate with its private key again.',
    who: who.you,
  },
  'identity.unreadableToken': {
    title: 'The token says nothing of itself',
    cause: 'Its form is not the one that Microsoft uses today.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'identity.wrongTenant': {
    title: 'The sign-in led to another tenant',
    cause: 'The token is from {{found}}, not from {{expected}}.',
    cure: 'Sign in again with an account that belongs to this customer. Nothing was kept.',
    who: who.you,
  },
  'identity.noLoopbackPort': {
    title: 'This computer has no free port for the answer',
    cause:
      'Evergrant could not listen on 127.0.0.1, where the browser brings the answer of the sign-in.',
    cure: 'Close programs that use many connections, or have a security program allow it, then try again.',
    who: who.you,
  },
  'identity.browserNotOpened': {
    title: 'No browser could be opened',
    cause: 'This computer has no such browser that Evergrant may start.',
    cure: 'Choose another way to open it, set a default browser, or copy the link where one is offered.',
    who: who.you,
  },

  'tenant.notFound': {
    title: 'No tenant is known as {{input}}',
    cause: 'The domain or id is misspelt, is not verified anywhere, or belongs to another cloud.',
    cure: 'Check the spelling, or ask the customer for the tenant id (Entra portal, Overview). For a customer in US Government (GCC High or DoD) or China (21Vianet) use a connector of that cloud.',
    who: who.you,
  },
  'tenant.unmanaged': {
    title: 'No administrator has taken over this directory yet',
    cause:
      'Microsoft made it when someone signed up with a work address, and no one has proven that the domain is theirs. In an unmanaged directory no application can be granted.',
    cure: 'Have the owner of the domain take the directory over in the Microsoft 365 admin center, which asks for a DNS record, then grant the permissions. Waiting does not help.',
    who: who.customerAdministrator,
  },
  'tenant.badDomain': {
    title: '{{input}} is neither a domain nor a tenant id',
    cause: 'A domain looks like contoso.com, a tenant id is 32 letters and digits in five groups.',
    cure: 'Enter one of the two.',
    who: who.you,
  },
  'tenant.otherCloud': {
    title: '{{input}} is in another Microsoft cloud: {{cloud}}',
    cause: 'The connector is set to {{connectorCloud}}, and nothing of one cloud works in another.',
    cure: 'Add this customer with a connector that is registered in {{cloud}}.',
    who: who.you,
  },
  'tenant.unreadableDiscovery': {
    title: 'Microsoft gave no tenant id for {{input}}',
    cause: 'The answer was not of the expected form; a proxy may have changed it.',
    cure: 'Try again, or enter the tenant id in place of the domain.',
    who: who.you,
  },

  'consent.declined': {
    title: 'The permissions were declined',
    cause: 'Cancel was pressed on the page of Microsoft.',
    cure: 'Open the page again and press Accept, or have the administrator of the customer do it.',
    who: who.consentAdministrator,
  },
  'consent.failed': {
    title: 'The consent page ended with an error',
    cause: 'Microsoft gave no number, only: {{error}}.',
    cure: 'Grant the permissions again. If it stays, report it with the details.',
    who: who.you,
  },
  'consent.unreadable': {
    title: 'The consent page came back without a result',
    cause: 'The answer holds neither a consent nor an error.',
    cure: 'Press Check now: it looks in the tenant itself.',
    who: who.you,
  },
  'consent.noLoopbackPort': {
    title: 'This computer has no free port for the answer',
    cause:
      'Evergrant could not listen on 127.0.0.1, where the browser brings the answer of the consent.',
    cure: 'Close programs that use many connections, or have a security program allow it, then try again.',
    who: who.you,
  },
  'consent.wrongTenant': {
    title: 'The permissions were granted in another tenant',
    cause:
      'The consent came from {{found}}, not from this customer, {{expected}}. Nothing was recorded for this customer.',
    cure: 'Grant again with an account of this customer. In the other tenant, remove the connector if it does not belong there.',
    who: who.consentAdministrator,
  },
  'consent.interrupted': {
    title: 'Evergrant was closed while it waited',
    cause: 'The answer of the consent page could not reach it.',
    cure: 'Test the permissions: if they were granted, that shows it. Otherwise grant again.',
    who: who.you,
  },
  'consent.noAnswer': {
    title: 'No answer has come back from the browser',
    cause:
      'The page was closed, the account that signed in may not consent for the organization, or it is one of the Microsoft pages that never lead back.',
    cure: 'Ask the administrator what the last page said. If it asked for approval, open the page again and use a Privileged Role Administrator or Global Administrator. If it was accepted, give it a minute and press Check now.',
    who: who.you,
  },
  'consent.stillMissing': {
    title: 'Not everything has arrived yet',
    cause: 'Still missing: {{permissions}}. Microsoft sometimes needs several minutes.',
    cure: 'Evergrant goes on testing quietly. If it is still so after half an hour, grant again.',
    who: who.nobody,
  },
  'consent.none': {
    title: 'No consent is open for this customer',
    cause: 'It has ended, or was opened by another Evergrant.',
    cure: 'Grant the permissions to open one.',
    who: who.you,
  },
  'consent.running': {
    title: 'A consent of this customer is already being checked',
    cause: 'The answer came back, and Evergrant is testing it.',
    cure: 'Wait until the test ends, or cancel it first.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
