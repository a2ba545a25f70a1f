import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const pasteAgain =
  'Copy the whole link again from the vendor’s page or message, or enter the client ID instead.';

const linkProblems: Readonly<Record<string, ProblemText>> = {
  'consentLink.notALink': {
    title: 'This isn’t a link',
    cause: 'It doesn’t begin with https://, or part of it is missing.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.notHttps': {
    title: 'The link isn’t encrypted',
    cause: 'Microsoft’s sign-in at {{host}} can only be reached by https, and this link says http.',
    cure: 'Don’t open it. Ask the vendor for the right link.',
    who: who.you,
  },
  'consentLink.wrapped': {
    title: 'Your mail filter has rewritten this link ({{filter}})',
    cause: 'The address is the filter’s, and the vendor’s link can’t be read from it.',
    cure: 'Open the link in a browser, stop at Microsoft’s page without accepting, and paste the address from there. Or ask the vendor to send the link as a text file.',
    who: who.you,
  },
  'consentLink.notMicrosoft': {
    title: 'This link doesn’t lead to Microsoft’s sign-in',
    cause: 'It leads to {{host}}. It may be a short link, one of the vendor’s pages, or a fake.',
    cure: 'Open the vendor’s page yourself, continue until Microsoft’s sign-in appears, and copy the address from there.',
    who: who.you,
  },
  'consentLink.credentials': {
    title: 'The link hides where it leads',
    cause:
      'There is a name in front of the address, so the link seems to lead somewhere other than {{host}}.',
    cure: 'Don’t open it. Ask the vendor for the right link.',
    who: who.you,
  },
  'consentLink.signIn': {
    title: 'This is a sign-in link, not a consent link',
    cause:
      'It signs in one person (…/authorize). An admin consent link, for the whole organization, contains “adminconsent”.',
    cure: 'Ask the vendor for the admin consent link, or enter the client ID (client_id in this link).',
    who: who.you,
  },
  'consentLink.otherPage': {
    title: 'This Microsoft page isn’t a consent page',
    cause: 'The link leads to {{host}}, but not to “…/adminconsent”.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.clientId': {
    title: 'The link doesn’t name a connector',
    cause: 'client_id is missing, or isn’t an ID of 32 letters and digits in five groups.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.twice': {
    title: 'The link contains {{name}} twice',
    cause: 'There’s no way to know which of the two Microsoft would use.',
    cure: 'Don’t open it. Ask the vendor for the right link.',
    who: who.you,
  },
  'consentLink.noScope': {
    title: 'The link doesn’t say what it asks for',
    cause: 'scope is missing, and this form of the link needs it.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.redirect': {
    title: 'The link doesn’t say where it leads after consent',
    cause: 'redirect_uri is missing, or isn’t a web address.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.otherClient': {
    title: 'The link is for another connector',
    cause: 'Its client ID is {{found}}, not the one that was entered.',
    cure: 'Check which of the two is right.',
    who: who.you,
  },
  'consentLink.otherCloud': {
    title: 'The link leads to another Microsoft cloud',
    cause: 'It signs in at {{found}}.',
    cure: 'Choose that cloud, or ask the vendor for a link for yours.',
    who: who.you,
  },
};

const profileProblems: Readonly<Record<string, ProblemText>> = {
  'profile.vendorCredential': {
    title: 'A vendor’s connector takes no certificate or secret',
    cause:
      'A vendor’s secret opens all of the vendor’s customers, and on a desktop anyone could take it. So no vendor should give it away, and Evergrant doesn’t accept it.',
    cure: 'Omit it. A reader (a connector that you own) shows what the tenant records.',
    who: who.you,
  },
  'profile.notAVendors': {
    title: '{{name}} is your own app registration',
    cause: 'Readers are for a vendor’s app registrations.',
    cure: 'Nothing to do: your own connector verifies everything without a reader.',
    who: who.nobody,
  },
  'profile.readerNotOurs': {
    title: '{{name}} can’t be a reader',
    cause: 'It’s a vendor’s app registration too, so Evergrant can’t sign in as it.',
    cure: 'Choose a connector that you own, or set one up first.',
    who: who.you,
  },
  'profile.readerOtherCloud': {
    title: '{{name}} is in another Microsoft cloud',
    cause: 'A reader sees only tenants in its own cloud.',
    cure: 'Choose a connector that you own in the same cloud.',
    who: who.you,
  },
  'profile.isReader': {
    title: '{{name}} is the reader of other connectors',
    cause: 'It is the reader for: {{vendors}}.',
    cure: 'Choose another reader for them first, then remove it.',
    who: who.you,
  },
  'profile.noBackend': {
    title: 'Evergrant doesn’t know the vendor’s page for {{name}}',
    cause: 'Its address wasn’t entered.',
    cure: 'Enter it in the connector, or open the vendor’s page yourself.',
    who: who.you,
  },
};

const readerProblems: Readonly<Record<string, ProblemText>> = {
  'grant.vendorsRegistration': {
    title: 'Only the vendor can show that it works',
    cause:
      'The app registration belongs to the vendor and, as it should be, its key isn’t on this computer. So Evergrant can’t get a token or try a read; it sees what the tenant records.',
    cure: 'Confirm on the vendor’s own page that the connector can read this customer’s tenant.',
    who: who.you,
  },
  'grant.noReader': {
    title: 'This connector has no reader',
    cause:
      'It belongs to a vendor. To see what this tenant records, Evergrant needs a reader: a connector that you own, granted in this tenant.',
    cure: 'Choose a reader for it. Until then, check the vendor’s own page.',
    who: who.you,
  },
  'grant.readerNoCredential': {
    title: 'The reader {{name}} has no credential on this computer',
    cause: 'No certificate or secret is saved for it, so it can’t check any tenant.',
    cure: 'Save a certificate in the reader, then test again.',
    who: who.you,
  },
  'grant.readerNotGranted': {
    title: 'The reader {{name}} isn’t granted in this tenant',
    cause:
      'Without it, Evergrant can’t see what the tenant records about the vendor’s connector. This says nothing about that connector itself.',
    cure: 'Grant the reader in this tenant, then test again. If that was done a moment ago, wait a minute.',
    who: who.consentAdministrator,
  },
  'grant.readerRefused': {
    title: 'The reader {{name}} was refused',
    cause:
      'Its credential, its permissions or one of the customer’s policies is the reason. This says nothing about the vendor’s connector itself.',
    cure: 'Check the code in the details. Granting the reader in this tenant again usually fixes it.',
    who: who.you,
  },
  'consent.notOnRecord': {
    title: 'The grant isn’t on record in the tenant yet',
    cause:
      'No one has accepted so far, the account can’t consent for the organization, or Microsoft is still applying the grant.',
    cure: 'Ask the administrator what the last page said. If it was accepted, wait a minute and select Check now.',
    who: who.you,
  },
  'consent.cannotConfirm': {
    title: 'Evergrant can’t see the result',
    cause:
      'The connector has no certificate on this computer, so Evergrant can’t sign in as it and check the tenant.',
    cure: 'Save a certificate in the connector, then test. Or sign in to see what works for you.',
    who: who.you,
  },
};

/** A vendor's registration: its consent link, its profile, and the reader that checks it. */
export const vendorProblems = {
  ...linkProblems,
  ...profileProblems,
  ...readerProblems,
} as const satisfies Readonly<Record<string, ProblemText>>;
