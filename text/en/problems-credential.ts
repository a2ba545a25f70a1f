import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const filesCure =
  'Choose the files again: the certificate and its private key, as PEM (one file or two) or as one PFX.';

const fileProblems: Readonly<Record<string, ProblemText>> = {
  'credential.noCertificate': {
    title: 'There is no certificate in what was chosen',
    cause: 'A private key alone is not enough: Microsoft knows the connector by its certificate.',
    cure: filesCure,
    who: who.you,
  },
  'credential.mismatch': {
    title: 'Certificate and private key do not belong together',
    cause: 'They were made separately, or files were mixed up.',
    cure: filesCure,
    who: who.you,
  },
  'credential.noPrivateKey': {
    title: 'There is no private key in what was chosen',
    cause: 'Only the public certificate was chosen.',
    cure: filesCure,
    who: who.you,
  },
  'credential.severalKeys': {
    title: 'There are {{keys}} different private keys in what was chosen',
    cause: 'Several files were joined, or the PFX was exported with more than one certificate.',
    cure: 'Choose files that hold one certificate and its private key.',
    who: who.you,
  },
  'credential.keyUnreadable': {
    title: 'The private key cannot be read',
    cause: 'The file is damaged, or was cut off when it was copied.',
    cure: filesCure,
    who: who.you,
  },
  'credential.certificateUnreadable': {
    title: 'The certificate cannot be read',
    cause: 'The file is damaged, or was cut off when it was copied.',
    cure: filesCure,
    who: who.you,
  },
  'credential.fileUnknown': {
    title: 'This file is neither a certificate nor a private key',
    cause: 'Another file was chosen. Evergrant takes PEM, PFX (P12), CER and KEY files.',
    cure: filesCure,
    who: who.you,
  },
  'credential.keyNotRsa': {
    title: 'The private key is not an RSA key',
    cause: 'Microsoft Entra takes RSA certificates for applications.',
    cure: 'Make an RSA certificate of 2048 bits or more and upload it to the registration.',
    who: who.you,
  },
  'credential.pfxWithoutKey': {
    title: 'The PFX was exported without its private key',
    cause: 'In Windows’ export the answer was “No, do not export the private key”.',
    cure: 'Export it again on the computer that has the key: “Yes, export the private key”.',
    who: who.you,
  },
  'credential.pfxUnreadable': {
    title: 'The PFX cannot be read',
    cause: 'It is damaged, or made in a way that Evergrant does not know.',
    cure: 'Export it again with a passphrase, or choose PEM files instead.',
    who: who.you,
  },
  'credential.passphraseNeeded': {
    title: 'The private key is protected by a passphrase',
    cause: 'It was set when the file was made. Evergrant needs it once, and does not keep it.',
    cure: 'Type the passphrase and save again.',
    who: who.you,
  },
  'credential.wrongPassphrase': {
    title: 'The passphrase does not open this file',
    cause:
      'It was mistyped, or belongs to another file. A PFX that Windows protects for an account or group has no passphrase that could be typed.',
    cure: 'Type it again; watch the keyboard layout and Caps Lock. Or export the file again with a new passphrase.',
    who: who.you,
  },
};

const stateProblems: Readonly<Record<string, ProblemText>> = {
  'credential.expired': {
    title: 'The credential has expired',
    cause: 'It was valid until {{at}}.',
    cure: 'Replace the credential on the connector’s page: a new certificate, uploaded to the registration.',
    who: who.registrationOwner,
  },
  'credential.notYetValid': {
    title: 'The certificate is not valid yet',
    cause: 'It is valid from {{at}}, or the clock of this computer is off.',
    cure: 'Check date and time of this computer, or wait until then.',
    who: who.you,
  },
  'credential.secretEmpty': {
    title: 'The secret is empty',
    cause: 'Nothing but blanks was given.',
    cure: 'Give the value of the secret, not its id; or use a certificate.',
    who: who.you,
  },
};

const replacementProblems: Readonly<Record<string, ProblemText>> = {
  'credential.noReplacement': {
    title: 'No new credential is waiting',
    cause: 'It was swapped in already or given up, perhaps in another window.',
    cure: 'Begin the replacement again.',
    who: who.you,
  },
  'credential.sameAgain': {
    title: 'This is the credential that is in use already',
    cause: 'The same certificate or secret was chosen again.',
    cure: 'Choose a new one, or have Evergrant make it.',
    who: who.you,
  },
  'credential.nowhereToTest': {
    title: 'No customer could say whether the new credential works',
    cause:
      'The connector is granted in none of its customers at the moment, so no token could be had.',
    cure: 'Grant the connector in one customer first (your own tenant will do), then swap. The old credential stays in use.',
    who: who.you,
  },
  'credential.vendorsRegistration': {
    title: 'A vendor’s connector has no credential here',
    cause:
      'Its registration belongs to the vendor, and a vendor’s secret never belongs on a desktop.',
    cure: 'Nothing to do: Evergrant looks on through a connector of your own.',
    who: who.nobody,
  },
};

const listProblems: Readonly<Record<string, ProblemText>> = {
  'credential.ownTenantUnknown': {
    title: 'Evergrant does not know yet which tenant owns this registration',
    cause: 'A customer in which the connector is granted tells it, and there is none so far.',
    cure: 'Add one customer and grant the connector there; your own tenant will do.',
    who: who.you,
  },
  'credential.registrationUnseen': {
    title: 'The registration was not found in its own tenant',
    cause: 'The owning tenant says that it has no application with this client id.',
    cure: 'Look in the portal whether the registration was deleted; a deleted one can be restored for 30 days.',
    who: who.registrationOwner,
  },
};

const importProblems: Readonly<Record<string, ProblemText>> = {
  'profile.fileNotOurs': {
    title: 'This file is no connector of Evergrant',
    cause: 'It was not written by “Export connector”, or another file was chosen.',
    cure: 'Choose the file that your colleague exported; its name ends in .evergrant.json.',
    who: who.you,
  },
  'profile.fileDamaged': {
    title: 'The connector’s file is incomplete',
    cause: 'It was changed or cut off: {{where}} is not as it must be.',
    cure: 'Ask your colleague to export it again.',
    who: who.you,
  },
  'profile.fileNewer': {
    title: 'The connector’s file was written by a newer Evergrant',
    cause: 'It has version {{version}}; this Evergrant reads up to {{known}}.',
    cure: 'Update Evergrant on this computer, then import again.',
    who: who.you,
  },
  'profile.filePractice': {
    title: 'Practice and real customers are kept apart',
    cause: 'The file comes from Practice and this is not Practice, or the other way round.',
    cure: 'Choose a connector’s file that was exported from the same side.',
    who: who.you,
  },
  'profile.cloudFileNeeded': {
    title: 'This connector lives in a cloud of its own',
    cause: 'The cloud “{{cloud}}” is described by a file that each computer has for itself.',
    cure: 'Give the path of the cloud file on this computer.',
    who: who.you,
  },
};

/** Credentials, their replacement, and connectors that come as files. */
export const credentialProblems = {
  ...fileProblems,
  ...stateProblems,
  ...replacementProblems,
  ...listProblems,
  ...importProblems,
} as const satisfies Readonly<Record<string, ProblemText>>;
