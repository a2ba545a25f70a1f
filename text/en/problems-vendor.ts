import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const pasteAgain =
  'Copy the link again from the vendor’s page or message, whole; or enter the client id instead.';

const linkProblems: Readonly<Record<string, ProblemText>> = {
  'consentLink.notALink': {
    title: 'This is no link',
    cause: 'It does not begin with https://, or part of it is missing.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.notHttps': {
    title: 'The link is not encrypted',
    cause: 'Microsoft’s sign-in at {{host}} is only reached by https, and this link says http.',
    cure: 'Do not open it. Ask the vendor for the right link.',
    who: who.you,
  },
  'consentLink.wrapped': {
    title: 'Your mail filter has wrapped this link ({{filter}})',
    cause: 'The address is the filter’s; the link of the vendor can’t be read out of it.',
    cure: 'Open the link in a browser, stop at Microsoft’s page without accepting, and paste the address from there. Or ask the vendor to send the link as a text file.',
    who: who.you,
  },
  'consentLink.notMicrosoft': {
    title: 'This link does not lead to Microsoft’s sign-in',
    cause:
      'It leads to {{host}}. It may be a short link, a page of the vendor, or somebody’s imitation.',
    cure: 'Open the vendor’s page yourself, go on until Microsoft’s sign-in is shown, and copy the address from there.',
    who: who.you,
  },
  'consentLink.credentials': {
    title: 'The link hides where it leads',
    cause:
      'It has a name in front of the address, so that it looks as if it led elsewhere than to {{host}}.',
    cure: 'Do not open it. Ask the vendor for the right link.',
    who: who.you,
  },
  'consentLink.signIn': {
    title: 'This is a sign-in link, no consent link',
    cause:
      'It signs one person in (…/authorize). Consent for the whole organization has a link with “adminconsent” in it.',
    cure: 'Ask the vendor for the admin consent link, or enter the client id (client_id in this link).',
    who: who.you,
  },
  'consentLink.otherPage': {
    title: 'This page of Microsoft is no consent page',
    cause: 'The link leads to {{host}}, but not to “…/adminconsent”.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.clientId': {
    title: 'The link names no connector',
    cause: 'client_id is missing, or is no id of 32 letters and digits in five groups.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.twice': {
    title: 'The link says {{name}} twice',
    cause: 'Nobody can tell which of the two Microsoft would take.',
    cure: 'Do not open it. Ask the vendor for the right link.',
    who: who.you,
  },
  'consentLink.noScope': {
    title: 'The link does not say what it asks for',
    cause: 'scope is missing, which this form of the link needs.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.redirect': {
    title: 'The link does not say where it leads afterwards',
    cause: 'redirect_uri is missing, or is no web address.',
    cure: pasteAgain,
    who: who.you,
  },
  'consentLink.otherClient': {
    title: 'The link is of another connector',
    cause: 'Its client id is {{found}}, which is not the one that was entered.',
    cure: 'Check which of the two is right.',
    who: who.you,
  },
  'consentLink.otherCloud': {
    title: 'The link leads to another Microsoft cloud',
    cause: 'It signs in at {{found}}.',
    cure: 'Choose that cloud, or ask the vendor for the link of yours.',
    who: who.you,
  },
};

const profileProblems: Readonly<Record<string, ProblemText>> = {
  'profile.vendorCredential': {
    title: 'A vendor’s connector takes no certificate and no secret',
    cause:
      'A vendor’s secret opens all of the vendor’s customers. On a desktop anybody could take it, so no vendor should give it away and Evergrant does not take it.',
    cure: 'Leave it out. A reader of your own shows what the tenant records.',
    who: who.you,
  },
  'profile.notAVendors': {
    title: '{{name}} is your own registration',
    cause: 'Readers are for registrations of a vendor.',
    cure: 'Nothing to do: your own connector proves everything by itself.',
    who: who.nobody,
  },
  'profile.readerNotOurs': {
    title: '{{name}} cannot be a reader',
    cause: 'It is a vendor’s registration too, so nobody here can sign in as it.',
    cure: 'Choose a connector of your own, or set one up first.',
    who: who.you,
  },
  'profile.readerOtherCloud': {
    title: '{{name}} lives in another Microsoft cloud',
    cause: 'A reader sees tenants of its own cloud alone.',
    cure: 'Choose a connector of your own in the same cloud.',
    who: who.you,
  },
  'profile.isReader': {
    title: '{{name}} is the reader of other connectors',
    cause: 'It looks on for: {{vendors}}.',
    cure: 'Give them another reader first, then remove it.',
    who: who.you,
  },
  'profile.noBackend': {
    title: 'No page of the vendor is known for {{name}}',
    cause: 'Its address was not given.',
    cure: 'Enter it in the connector, or open the vendor’s page yourself.',
    who: who.you,
  },
};

const readerProblems: Readonly<Record<string, ProblemText>> = {
  'grant.vendorsRegistration': {
    title: 'Only the vendor can show that it works',
    cause:
      'The registration belongs to the vendor, and its key is not here, as it should be. So no token can be fetched and no read tried; what is seen is what the tenant records.',
    cure: 'Confirm in the vendor’s own page that it reads this customer.',
    who: who.you,
  },
  'grant.noReader': {
    title: 'Nobody looks on for this connector',
    cause:
      'It belongs to a vendor, so Evergrant needs a reader, a connector of your own that is granted here, to see what this tenant records.',
    cure: 'Choose a reader for it. Until then, ask the vendor’s own page.',
    who: who.you,
  },
  'grant.readerNoCredential': {
    title: 'The reader {{name}} has no credential here',
    cause: 'No certificate or secret is saved for it, so it cannot look into any tenant.',
    cure: 'Save a certificate in the reader, then test again.',
    who: who.you,
  },
  'grant.readerNotGranted': {
    title: 'The reader {{name}} is not granted in this tenant',
    cause:
      'Without it nobody can see what the tenant records of the vendor’s connector. Of that connector itself this says nothing.',
    cure: 'Grant the reader here, then test again. If that was done a moment ago, wait a minute.',
    who: who.consentAdministrator,
  },
  'grant.readerRefused': {
    title: 'The reader {{name}} was turned away',
    cause:
      'Its credential, its permissions or a rule of the customer stands in the way. Of the vendor’s connector itself this says nothing.',
    cure: 'Look at the code in the details. Most often granting the reader here again repairs it.',
    who: who.you,
  },
  'consent.notOnRecord': {
    title: 'The grant is not in the tenant’s record yet',
    cause:
      'Nobody has accepted so far, the account may not consent for the organization, or Microsoft is still applying it.',
    cure: 'Ask the administrator what the last page said. If it was accepted, give it a minute and press Check now.',
    who: who.you,
  },
  'consent.cannotConfirm': {
    title: 'Evergrant cannot see what came of it',
    cause:
      'The connector has no certificate here, so nobody can be signed in as it and look into the tenant.',
    cure: 'Save a certificate in the connector, then test. Or sign in to see what works for you.',
    who: who.you,
  },
};

/** A vendor's registration: its consent link, its profile, and the reader that looks on. */
export const vendorProblems = {
  ...linkProblems,
  ...profileProblems,
  ...readerProblems,
} as const satisfies Readonly<Record<string, ProblemText>>;
