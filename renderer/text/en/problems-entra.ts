import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const notThere: ProblemText = {
  title: 'The connector is not installed in this tenant',
  cause:
    'It was never granted here, its enterprise application was deleted, or a grant of the last minutes has not arrived everywhere yet. A wrong cloud or a wrong tenant looks the same.',
  cure: 'If it was just granted, wait a minute or two and test again. Otherwise grant the permissions.',
  who: who.consentAdministrator,
};

const disabled: ProblemText = {
  title: 'The connector is switched off in this tenant',
  cause:
    'On the enterprise application, "Enabled for users to sign in?" is set to No, or Microsoft has disabled the application.',
  cure: 'In the Entra portal, open the enterprise application, then Properties, and set "Enabled for users to sign in?" to Yes. If Microsoft disabled it, ask the owner of the registration.',
  who: who.customerAdministrator,
};

const mayNotConsent: ProblemText = {
  title: 'This account may not grant the permissions',
  cause:
    'Granting an application permission of Microsoft Graph needs a role that the account does not have, or the policy of the tenant asks an administrator to decide.',
  cure: 'Open the consent page again and sign in as a Privileged Role Administrator or a Global Administrator of this customer.',
  who: who.consentAdministrator,
};

const unverified: ProblemText = {
  title: 'Microsoft regards the application as risky',
  cause: 'Its publisher is not verified, so people without an administrator role are stopped.',
  cure: 'Have an administrator grant the permissions; in the long run the publisher gets verified.',
  who: who.consentAdministrator,
};

const consentBusy: ProblemText = {
  title: 'Microsoft could not record the permissions just now',
  cause: 'A passing fault of the directory while the consent was being written.',
  cure: 'Wait a minute and grant the permissions again.',
  who: who.you,
};

const badRegistration: ProblemText = {
  title: 'The app registration does not fit what is asked of it',
  cause:
    'A permission or an API that is asked for is not listed in the registration of the connector, or is no longer there.',
  cure: 'Compare the required permissions with the API permissions page of the registration and correct the registration.',
  who: who.registrationOwner,
};

const notMultiTenant: ProblemText = {
  title: 'The registration is for one tenant only',
  cause: 'The supported account types of the registration do not include other organizations.',
  cure: 'In the registration, under Authentication, choose accounts in any organizational directory.',
  who: who.registrationOwner,
};

const badScope: ProblemText = {
  title: 'The scope that was asked for is not accepted',
  cause:
    'The Graph host does not belong to this cloud, or scopes were mixed that may not be mixed.',
  cure: 'Check that the connector is set to the right cloud. If it is, report this with the details.',
  who: who.support,
};

const badRequest: ProblemText = {
  title: 'Microsoft did not understand the request',
  cause: 'The request was incomplete or malformed, which is a fault in Evergrant.',
  cure: 'Try again; if it stays, report it with the details.',
  who: who.support,
};

const noTenantNamed: ProblemText = {
  title: 'Microsoft could not tell which tenant is meant',
  cause: 'The domain or tenant id is empty, misspelt or not known in this cloud.',
  cure: 'Enter a verified domain or the tenant id of the customer.',
  who: who.you,
};

const busy: ProblemText = {
  title: 'Microsoft is busy',
  cause: 'A passing condition of the sign-in service.',
  cure: 'Nothing to change. Evergrant tries again; you can test again in a minute.',
  who: who.nobody,
};

/** AADSTS numbers about consent, the registration, the tenant and the credential. */
export const entraProblems: Readonly<Record<string, ProblemText>> = {
  ...same(['aadsts.700016', 'aadsts.700011', 'aadsts.7000229'], notThere),
  ...same(['aadsts.7000112', 'aadsts.70001'], disabled),
  ...same(['aadsts.90093', 'aadsts.90094', 'aadsts.90095'], mayNotConsent),
  ...same(['aadsts.900941', 'aadsts.900981'], unverified),
  ...same(['aadsts.90090', 'aadsts.90091'], consentBusy),
  ...same(
    ['aadsts.65005', 'aadsts.650054', 'aadsts.650057', 'aadsts.90008', 'aadsts.50001'],
    badRegistration,
  ),
  ...same(['aadsts.50194', 'aadsts.90130'], notMultiTenant),
  ...same(['aadsts.70011', 'aadsts.28002', 'aadsts.700022'], badScope),
  ...same(['aadsts.900144', 'aadsts.9002313', 'aadsts.90013', 'aadsts.9001023'], badRequest),
  ...same(['aadsts.50059', 'aadsts.50128', 'aadsts.90019'], noTenantNamed),
  ...same(
    [
      'aadsts.50033',
      'aadsts.90006',
      'aadsts.90012',
      'aadsts.90024',
      'aadsts.90033',
      'aadsts.90055',
      'aadsts.50087',
    ],
    busy,
  ),
  'aadsts.unknown': {
    title: 'Microsoft refused with AADSTS{{number}}',
    cause: 'Evergrant has no explanation for this number.',
    cure: 'Look the number up at login.microsoftonline.com/error, and try again.',
    who: who.you,
  },
  'aadsts.65001': {
    title: 'No consent is recorded for the connector',
    cause:
      'The permissions were not granted in this tenant, the grant was deleted, or it has not arrived everywhere yet.',
    cure: 'If it was just granted, wait half a minute. Otherwise grant the permissions.',
    who: who.consentAdministrator,
  },
  'aadsts.65004': {
    title: 'Cancel was pressed on the consent page',
    cause: 'The person at the page declined the permissions.',
    cure: 'Open the consent page again and press Accept.',
    who: who.consentAdministrator,
  },
  'aadsts.650051': {
    title: 'The enterprise application is just being set up',
    cause:
      'Accept was pressed twice, two consents ran at once, or the old application was deleted a moment ago.',
    cure: 'Wait a minute and test. If the connector is still missing, grant the permissions once more.',
    who: who.you,
  },
  'aadsts.650052': {
    title: 'The tenant lacks a service that the connector needs',
    cause: 'The API that the permissions belong to is not provisioned in this tenant.',
    cure: 'An administrator has to provision that service, then grant the permissions.',
    who: who.customerAdministrator,
  },
  'aadsts.650056': {
    title: 'The connector has no permission to ask for',
    cause:
      'The registration lists none for Microsoft Graph, the client id is wrong, or nothing was granted.',
    cure: 'Check the client id, then grant the permissions. If that fails, the registration needs correcting.',
    who: who.registrationOwner,
  },
  'aadsts.90092': {
    title: 'The directory refused to record the permissions',
    cause: 'The registration of the connector is broken.',
    cure: 'Give the trace id to the owner of the registration.',
    who: who.registrationOwner,
  },
  'aadsts.90099': {
    title: 'The customer has not authorized the connector for partners yet',
    cause:
      'You signed in through a partner relationship before the connector was granted in this tenant.',
    cure: 'Grant the permissions in this tenant first.',
    who: who.consentAdministrator,
  },
  'aadsts.1003031': {
    title: 'The registration lists no permissions',
    cause: 'Its required permissions are empty or malformed, so there is nothing to grant.',
    cure: 'Add the required permissions to the registration, under API permissions.',
    who: who.registrationOwner,
  },
  'aadsts.500011': {
    title: 'Microsoft Graph was not found in this tenant',
    cause: 'The Graph host belongs to another cloud, or the tenant does.',
    cure: 'Check which cloud the customer is in and use a connector of that cloud.',
    who: who.you,
  },
  'aadsts.900971': {
    title: 'The registration has no redirect address',
    cause: 'The registration is incomplete.',
    cure: 'Add http://localhost to the registration, under Mobile and desktop applications.',
    who: who.registrationOwner,
  },
  'aadsts.50011': {
    title: 'The redirect address is not registered',
    cause:
      'http://localhost, without a path, is missing from the registration or stands under another platform.',
    cure: 'Add http://localhost to the registration, under Mobile and desktop applications.',
    who: who.registrationOwner,
  },
  'aadsts.90002': {
    title: 'This tenant was not found',
    cause: 'The domain or id is misspelt, is not verified anywhere, or belongs to another cloud.',
    cure: 'Check the spelling, or use the tenant id. For a government or China customer choose that cloud.',
    who: who.you,
  },
  'aadsts.90038': {
    title: 'This tenant is in another cloud',
    cause: 'Microsoft points to another cloud for this tenant (US Government or China).',
    cure: 'Use a connector that is registered in the cloud of the customer.',
    who: who.you,
  },
  'aadsts.7000215': {
    title: 'The secret of the connector is wrong',
    cause: 'The id of the secret was copied in place of its value, or the secret was replaced.',
    cure: 'Create a new secret or, better, a certificate, and save it in the connector.',
    who: who.registrationOwner,
  },
  'aadsts.7000222': {
    title: 'The secret of the connector has expired',
    cause: 'Its lifetime is over.',
    cure: 'Create a new secret or, better, a certificate, and save it in the connector.',
    who: who.registrationOwner,
  },
  'aadsts.7000218': {
    title: 'Microsoft asks for a credential that sign-in does not use',
    cause: 'The redirect address is registered under Web, or public client flows are off.',
    cure: 'Move http://localhost to Mobile and desktop applications in the registration.',
    who: who.registrationOwner,
  },
  'aadsts.700025': {
    title: 'A credential was sent where none belongs',
    cause: 'The registration is a public client.',
    cure: 'Register the connector as a client with a certificate, or remove the credential here.',
    who: who.registrationOwner,
  },
  'aadsts.700027': {
    title: 'The certificate of the connector was not accepted',
    cause: 'The certificate here is not, or no longer, the one in the registration.',
    cure: 'Upload the public certificate of this computer to the registration, under Certificates & secrets.',
    who: who.registrationOwner,
  },
  'aadsts.700024': {
    title: 'The clock of this computer is off',
    cause: 'What Evergrant signed is not valid yet, or no longer, by the clock of Microsoft.',
    cure: 'Set date, time and time zone of this computer, then test again.',
    who: who.you,
  },
  'aadsts.50196': {
    title: 'Microsoft stopped a loop of identical requests',
    cause: 'Too many sign-ins of the same kind in a short time.',
    cure: 'Wait five minutes. If it comes back, report it with the details.',
    who: who.support,
  },
  'aadsts.500021': {
    title: 'The network does not let this tenant through',
    cause: 'A proxy with tenant restrictions stands between this computer and Microsoft.',
    cure: 'Have the tenant allowed there, or use another network.',
    who: who.networkAdministrator,
  },
  'aadsts.500212': {
    title: 'Your own tenant does not allow access to this customer',
    cause: 'The outbound cross-tenant access settings of your tenant.',
    cure: 'Allow the customer in the outbound settings, under External Identities.',
    who: who.partnerAdministrator,
  },
  'aadsts.500213': {
    title: 'The customer does not let your account in',
    cause: 'The inbound cross-tenant access settings of the customer.',
    cure: 'Allow your tenant in the inbound settings, under External Identities.',
    who: who.customerAdministrator,
  },
};
