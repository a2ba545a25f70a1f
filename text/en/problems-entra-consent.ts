import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const disabled: ProblemText = {
  title: 'The connector is disabled',
  cause:
    'On the enterprise application, “Enabled for users to sign in?” is set to No, or the owner of the app registration deactivated it, or Microsoft disabled it.',
  cure: 'In the Entra portal, open the enterprise application, then Properties, set “Enabled for users to sign in?” to Yes, and test again. If it is Yes already, ask the owner of the registration.',
  who: who.customerAdministrator,
};

const mayNotConsent: ProblemText = {
  title: 'This account cannot approve the connector for the whole organization',
  cause:
    'Granting an application permission of Microsoft Graph needs a role that the account does not have, or the policy of the tenant asks an administrator to decide.',
  cure: 'Open the consent page again and sign in as a Privileged Role Administrator or a Global Administrator of this customer, or send the link to one.',
  who: who.consentAdministrator,
};

const consentBusy: ProblemText = {
  title: 'Microsoft could not record the permissions just now',
  cause: 'A passing fault of the directory while the consent was being written.',
  cure: 'Wait a minute and grant the permissions again.',
  who: who.you,
};

/** AADSTS numbers about the grant itself: whether it is there, and who may give it. */
export const entraConsentProblems = {
  ...same(['aadsts.7000112', 'aadsts.70001'], disabled),
  ...same(['aadsts.90093', 'aadsts.90094'], mayNotConsent),
  ...same(['aadsts.90090', 'aadsts.90091'], consentBusy),
  'aadsts.65001': {
    title: 'This tenant has not granted the connector',
    cause:
      'The permissions were never granted here, the grant was deleted, or it has not arrived everywhere yet.',
    cure: 'Grant again with an administrator of the customer. If that was done minutes ago, wait and test again; nothing else needs changing.',
    who: who.consentAdministrator,
  },
  'aadsts.65004': {
    title: 'Cancel was pressed on the consent page',
    cause: 'The person at the page declined the permissions. Nothing was changed.',
    cure: 'Open the consent page again and press Accept.',
    who: who.consentAdministrator,
  },
  'aadsts.650051': {
    title: 'The enterprise application is just being set up, or the old one is not fully gone yet',
    cause:
      'Accept was pressed twice, two consents ran at once, or the old application was deleted a moment ago.',
    cure: 'Wait a minute and test; do not delete anything again. If the connector is still missing, grant once more, or grant from the Permissions page of the enterprise application.',
    who: who.you,
  },
  'aadsts.650052': {
    title: 'The tenant lacks a service that the connector asks for',
    cause: 'The API that one of its permissions belongs to is not provisioned in this tenant.',
    cure: 'Have that service provisioned, then grant the permissions. For Microsoft Graph it is enough that an administrator signs in once.',
    who: who.customerAdministrator,
  },
  'aadsts.650056': {
    title: 'The connector has no permission to ask for',
    cause:
      'The registration lists none for Microsoft Graph, the client id is wrong, or nothing was granted.',
    cure: 'Check the client id, then grant the permissions. If that fails, the registration needs correcting, under API permissions.',
    who: who.registrationOwner,
  },
  'aadsts.90092': {
    title: 'The directory refused to record the permissions',
    cause: 'The registration of the connector is broken.',
    cure: 'Give the trace id to the owner of the registration.',
    who: who.registrationOwner,
  },
  'aadsts.90095': {
    title: 'Microsoft offers to ask an administrator',
    cause:
      'The account may not grant this by itself, and the tenant collects requests for approval (admin consent workflow).',
    cure: 'Have an administrator approve the request in the Entra portal, or open the consent page with an administrator’s account.',
    who: who.consentAdministrator,
  },
  'aadsts.90099': {
    title: 'The customer has not authorized the connector for partners yet',
    cause:
      'You signed in through a partner relationship before the connector was granted in this tenant.',
    cure: 'Grant the permissions in this tenant first, then sign in again.',
    who: who.consentAdministrator,
  },
  'aadsts.900941': {
    title: 'Microsoft regards the application as risky and asks for an administrator',
    cause: 'Its publisher is not verified, so people without an administrator role are stopped.',
    cure: 'Have an administrator grant the permissions; in the long run the publisher gets verified.',
    who: who.consentAdministrator,
  },
  'aadsts.900981': {
    title: 'Microsoft warns that the application may be risky',
    cause: 'Its publisher is not verified. An administrator may go on nevertheless.',
    cure: 'Check name and permissions on the page. If they are the connector’s, go on and press Accept.',
    who: who.consentAdministrator,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
