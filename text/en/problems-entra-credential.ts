import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const newCredential =
  'Create a new certificate (or a secret), add it to the app registration under Certificates & secrets, and save it in the connector.';

/** AADSTS numbers about the connector's own credential. */
export const entraCredentialProblems = {
  'aadsts.7000215': {
    title: 'The connector’s secret is wrong',
    cause: 'The secret’s ID was copied instead of its value, or the secret was replaced.',
    cure: newCredential,
    who: who.registrationOwner,
  },
  'aadsts.7000222': {
    title: 'The connector’s credential has expired',
    cause: 'Its secret or certificate is past its expiration date.',
    cure: newCredential,
    who: who.registrationOwner,
  },
  'aadsts.7000218': {
    title: 'Microsoft requires a credential that sign-in doesn’t use',
    cause: 'The redirect URI is registered under Web, or public client flows are turned off.',
    cure: 'In the app registration, under Authentication, move http://localhost to Mobile and desktop applications.',
    who: who.registrationOwner,
  },
  'aadsts.700025': {
    title: 'A credential was sent, but the application takes none',
    cause: 'The app registration is a public client.',
    cure: 'Register the connector as a client with a certificate, or remove its credential from Evergrant.',
    who: who.registrationOwner,
  },
  'aadsts.700027': {
    title: 'Microsoft didn’t accept the connector’s certificate',
    cause: 'The certificate on this computer isn’t in the app registration, or is no longer there.',
    cure: 'Upload this computer’s public certificate to the app registration, under Certificates & secrets.',
    who: who.registrationOwner,
  },
  'aadsts.700024': {
    title: 'This computer’s clock is wrong',
    cause: 'By Microsoft’s clock, what Evergrant signed isn’t valid yet, or is no longer valid.',
    cure: 'Set the date, time and time zone on this computer, then test again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
