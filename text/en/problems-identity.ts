import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** Sign-in, tenant lookup, and consent. */
export const identityProblems = {
  'identity.serviceUnavailable': {
    title: 'Microsoft sign-in is temporarily unavailable',
    cause: 'The service has a temporary problem.',
    cure: 'No changes needed. Try again in a minute.',
    who: who.nobody,
  },
  'identity.refused': {
    title: 'Microsoft refused the sign-in',
    cause: 'Microsoft gave no number, only: {{error}}.',
    cure: 'Try again. If it keeps happening, report it with the details.',
    who: who.you,
  },
  'identity.signInAgain': {
    title: 'You’re no longer signed in',
    cause: 'The saved sign-in can’t be renewed without you.',
    cure: 'Sign in again.',
    who: who.you,
  },
  'identity.authorityUnusable': {
    title: 'The sign-in service of this cloud can’t be used',
    cause: 'Its configuration can’t be read, or is for another address.',
    cure: 'Check the network and the connector’s cloud, then try again.',
    who: who.you,
  },
  'identity.failed': {
    title: 'The sign-in failed on this computer',
    cause: 'The sign-in library reported: {{error}}.',
    cure: 'Try again. If it keeps happening, report it with the details.',
    who: who.support,
  },
  'identity.noCredential': {
    title: 'The connector has no credential on this computer',
    cause: 'No certificate or secret is saved for it, so Evergrant can’t sign in as the connector.',
    cure: 'Save a certificate in the connector: with it, Evergrant can verify every permission, and only then does the connector turn green. Until then, sign in to see what works for you.',
    who: who.you,
  },
  'identity.credentialUnusable': {
    title: 'The saved credential can’t be used',
    cause: 'The private key or the certificate can’t be read, or they don’t belong together.',
    cure: 'Save the certificate again, with its private key.',
    who: who.you,
  },
  'identity.unreadableToken': {
    title: 'Evergrant can’t read the token',
    cause: 'It isn’t in the format that Microsoft uses today.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'identity.wrongTenant': {
    title: 'The sign-in led to another tenant',
    cause: 'The token is from {{found}}, not {{expected}}.',
    cure: 'Sign in again with an account that belongs to this customer. Nothing was saved.',
    who: who.you,
  },
  'identity.noLoopbackPort': {
    title: 'No port is free to receive the answer',
    cause:
      'Evergrant couldn’t listen on 127.0.0.1, where the browser delivers the result of the sign-in.',
    cure: 'Close programs that use many connections, or allow Evergrant in your security software, then try again.',
    who: who.you,
  },
  'identity.browserNotOpened': {
    title: 'Evergrant couldn’t open a browser',
    cause: 'Evergrant found no such browser on this computer, or isn’t allowed to start it.',
    cure: 'Choose another way to open it, set a default browser, or copy the link where one is offered.',
    who: who.you,
  },

  'tenant.notFound': {
    title: 'No tenant found for {{input}}',
    cause:
      'The domain or ID is misspelled, isn’t verified in any tenant, or belongs to another cloud.',
    cure: 'Check the spelling, or ask the customer for the tenant ID (Entra portal, Overview). For a customer in US Government (GCC High or DoD) or China (21Vianet), use a connector in that cloud.',
    who: who.you,
  },
  'tenant.unmanaged': {
    title: 'No administrator has taken over this directory yet',
    cause:
      'Microsoft created it when someone signed up with a work email address, and no one has proven that they own the domain. No application can be granted in an unmanaged directory.',
    cure: 'Have the owner of the domain take over the directory in the Microsoft 365 admin center (this requires a DNS record), then grant the permissions. Waiting won’t help.',
    who: who.customerAdministrator,
  },
  'tenant.badDomain': {
    title: '{{input}} is neither a domain nor a tenant ID',
    cause: 'A domain looks like contoso.com; a tenant ID is 32 letters and digits in five groups.',
    cure: 'Enter one of the two.',
    who: who.you,
  },
  'tenant.otherCloud': {
    title: '{{input}} is in another Microsoft cloud: {{cloud}}',
    cause:
      'The connector is set to {{connectorCloud}}. Clouds are separate: nothing from one works in another.',
    cure: 'Add this customer with a connector that is registered in {{cloud}}.',
    who: who.you,
  },
  'tenant.unreadableDiscovery': {
    title: 'Microsoft returned no tenant ID for {{input}}',
    cause: 'The answer wasn’t in the expected format; a proxy may have changed it.',
    cure: 'Try again, or enter the tenant ID instead of the domain.',
    who: who.you,
  },

  'consent.declined': {
    title: 'The permissions were declined',
    cause: 'Cancel was selected on Microsoft’s page.',
    cure: 'Open the page again and select Accept, or have the customer’s administrator do it.',
    who: who.consentAdministrator,
  },
  'consent.failed': {
    title: 'The consent page ended with an error',
    cause: 'Microsoft gave no number, only: {{error}}.',
    cure: 'Grant the permissions again. If it keeps happening, report it with the details.',
    who: who.you,
  },
  'consent.unreadable': {
    title: 'The consent page returned no result',
    cause: 'The answer contains neither a consent nor an error.',
    cure: 'Select Check now: Evergrant then checks the tenant itself.',
    who: who.you,
  },
  'consent.noLoopbackPort': {
    title: 'No port is free to receive the answer',
    cause:
      'Evergrant couldn’t listen on 127.0.0.1, where the browser delivers the result of the consent.',
    cure: 'Close programs that use many connections, or allow Evergrant in your security software, then try again.',
    who: who.you,
  },
  'consent.wrongTenant': {
    title: 'The permissions were granted in another tenant',
    cause:
      'The consent came from {{found}}, not from this customer, {{expected}}. Nothing was recorded for this customer.',
    cure: 'Grant again with an account of this customer. If the connector doesn’t belong in the other tenant, remove it there.',
    who: who.consentAdministrator,
  },
  'consent.interrupted': {
    title: 'Evergrant was closed before the answer arrived',
    cause: 'The result of the consent page couldn’t reach it.',
    cure: 'Test the permissions: if they were granted, the test shows it. Otherwise, grant again.',
    who: who.you,
  },
  'consent.noAnswer': {
    title: 'No answer has arrived from the browser',
    cause:
      'The page was closed, the account that signed in can’t consent for the organization, or it’s one of the Microsoft pages that don’t lead back to Evergrant.',
    cure: 'Ask the administrator what the last page said. If it was accepted, wait a minute and select Check now. If it asked for approval, open the page again and use a Privileged Role Administrator or Global Administrator.',
    who: who.you,
  },
  'consent.stillMissing': {
    title: 'Not everything has taken effect yet',
    cause: 'Still missing: {{permissions}}. Microsoft sometimes needs several minutes.',
    cure: 'Evergrant keeps testing in the background. If something is still missing after half an hour, grant again.',
    who: who.nobody,
  },
  'consent.none': {
    title: 'No consent is open for this customer',
    cause: 'It ended, or was opened by another copy of Evergrant.',
    cure: 'To open one, grant the permissions.',
    who: who.you,
  },
  'consent.running': {
    title: 'Evergrant is already checking this customer’s consent',
    cause: 'The answer has arrived, and Evergrant is testing it.',
    cure: 'Wait until the test ends, or cancel it first.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
