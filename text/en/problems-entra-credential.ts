import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const newCredential =
  'Make a new certificate (or a secret), add it to the registration under Certificates & secrets, and save it in the connector.';

/** AADSTS numbers about the connector's own credential. */
export const entraCredentialProblems = {
  'aadsts.7000215': {
    title: 'The secret of the connector is wrong',
    cause: 'The id of the secret was copied in place of its value, or the secret was replaced.',
    cure: newCredential,
    who: who.registrationOwner,
  },
  'aadsts.7000222': {
    title: 'The credential of the connector has expired',
    cause: 'The lifetime of its secret or certificate is over.',
    cure: newCredential,
    who: who.registrationOwner,
  },
  'aadsts.7000218': {
    title: 'Microsoft asks for a credential that sign-in does not use',
    cause: 'The redirect address is registered under Web, or public client flows are off.',
    cure: 'In the registration, under Authentication, move http://localhost to Mobile and desktop applications.',
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
    cause: 'The certificate here is not, or no longer, in the registration.',
    cure: 'Upload the public certificate of this computer to the registration, under Certificates & secrets.',
    who: who.registrationOwner,
  },
  'aadsts.700024': {
    title: 'The clock of this computer is off',
    cause: 'What Evergrant signed is not valid yet, or no longer, by the clock of Microsoft.',
    cure: 'Set date, time and time zone of this computer, then test again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
