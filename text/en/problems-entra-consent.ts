import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const disabled: ProblemText = {
  title: 'The connector is disabled',
  cause:
    '“Enabled for users to sign in?” is set to No on the enterprise application, the owner of the app registration deactivated the application, or Microsoft disabled it.',
  cure: 'In the Entra portal, open the enterprise application, then Properties, set “Enabled for users to sign in?” to Yes, and test again. If it’s already Yes, ask the owner of the app registration.',
  who: who.customerAdministrator,
};

const mayNotConsent: ProblemText = {
  title: 'This account can’t grant the connector for the whole organization',
  cause:
    'The account doesn’t have the role needed to grant application permissions for Microsoft Graph, or the tenant’s policy leaves the decision to an administrator.',
  cure: 'Open the consent page again and sign in as a Privileged Role Administrator or Global Administrator of this customer, or send the link to one.',
  who: who.consentAdministrator,
};

const consentBusy: ProblemText = {
  title: 'Microsoft couldn’t record the permissions',
  cause: 'The directory had a temporary problem while the consent was being written.',
  cure: 'Wait a minute, then grant the permissions again.',
  who: who.you,
};

/** AADSTS numbers about the grant itself: whether it exists, and who can give it. */
export const entraConsentProblems = {
  ...same(['aadsts.7000112', 'aadsts.70001'], disabled),
  ...same(['aadsts.90093', 'aadsts.90094'], mayNotConsent),
  ...same(['aadsts.90090', 'aadsts.90091'], consentBusy),
  'aadsts.65001': {
    title: 'This tenant hasn’t granted the connector',
    cause:
      'The permissions were never granted in this tenant, the grant was deleted, or it hasn’t taken effect everywhere yet.',
    cure: 'If it was granted minutes ago, wait and test again; nothing else needs to change. Otherwise, grant again with an administrator of the customer.',
    who: who.consentAdministrator,
  },
  'aadsts.65004': {
    title: 'Cancel was selected on the consent page',
    cause: 'The person on that page declined the permissions. Nothing was changed.',
    cure: 'Open the consent page again and select Accept.',
    who: who.consentAdministrator,
  },
  'aadsts.650051': {
    title:
      'The enterprise application is still being created, or the old one isn’t fully deleted yet',
    cause:
      'Accept was selected twice, two consents ran at the same time, or the old application was deleted a moment ago.',
    cure: 'Wait a minute and test; don’t delete anything again. If the connector is still missing, grant once more, or grant from the Permissions page of the enterprise application.',
    who: who.you,
  },
  'aadsts.650052': {
    title: 'The tenant doesn’t have a service that the connector asks for',
    cause: 'The API behind one of its permissions isn’t provisioned in this tenant.',
    cure: 'Have that service provisioned, then grant the permissions. For Microsoft Graph, it’s enough that an administrator signs in once.',
    who: who.customerAdministrator,
  },
  'aadsts.650056': {
    title: 'The connector has no permissions to request',
    cause:
      'Its app registration lists none for Microsoft Graph, the client ID is wrong, or nothing was granted.',
    cure: 'Check the client ID, then grant the permissions. If that fails, correct the app registration under API permissions.',
    who: who.registrationOwner,
  },
  'aadsts.90092': {
    title: 'The directory refused to record the permissions',
    cause: 'The connector’s app registration is broken.',
    cure: 'Give the trace ID to the owner of the app registration.',
    who: who.registrationOwner,
  },
  'aadsts.90095': {
    title: 'Microsoft offers to ask an administrator',
    cause:
      'The account can’t grant this itself, and the tenant collects requests for approval (admin consent workflow).',
    cure: 'Have an administrator approve the request in the Entra portal, or open the consent page with an administrator’s account.',
    who: who.consentAdministrator,
  },
  'aadsts.90099': {
    title: 'The customer hasn’t authorized the connector for partners yet',
    cause:
      'You signed in through a partner relationship before the connector was granted in this tenant.',
    cure: 'Grant the permissions in this tenant first, then sign in again.',
    who: who.consentAdministrator,
  },
  'aadsts.900941': {
    title: 'Microsoft considers the application risky and requires an administrator',
    cause: 'Its publisher isn’t verified, so people without an administrator role are blocked.',
    cure: 'Have an administrator grant the permissions. In the long run, have the owner of the app registration complete publisher verification.',
    who: who.consentAdministrator,
  },
  'aadsts.900981': {
    title: 'Microsoft warns that the application may be risky',
    cause: 'Its publisher isn’t verified. An administrator can continue anyway.',
    cure: 'Check the name and permissions on the page. If they are the connector’s, continue and select Accept.',
    who: who.consentAdministrator,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
