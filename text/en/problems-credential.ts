import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const filesCure =
  'Choose the files again: the certificate and its private key, as PEM (one file or two) or as one PFX.';

const fileProblems: Readonly<Record<string, ProblemText>> = {
  'credential.noCertificate': {
    title: 'What you chose contains no certificate',
    cause: 'A private key isn’t enough: Microsoft knows the connector by its certificate.',
    cure: filesCure,
    who: who.you,
  },
  'credential.mismatch': {
    title: 'The certificate and the private key don’t belong together',
    cause: 'They were created separately, or files were mixed up.',
    cure: filesCure,
    who: who.you,
  },
  'credential.noPrivateKey': {
    title: 'What you chose contains no private key',
    cause: 'Only the public certificate was chosen.',
    cure: filesCure,
    who: who.you,
  },
  'credential.severalKeys': {
    title: 'What you chose contains {{keys}} different private keys',
    cause: 'Several files were joined, or the PFX was exported with more than one certificate.',
    cure: 'Choose files that contain one certificate and its private key.',
    who: who.you,
  },
  'credential.keyUnreadable': {
    title: 'The private key can’t be read',
    cause: 'The file is damaged, or was cut off when it was copied.',
    cure: filesCure,
    who: who.you,
  },
  'credential.certificateUnreadable': {
    title: 'The certificate can’t be read',
    cause: 'The file is damaged, or was cut off when it was copied.',
    cure: filesCure,
    who: who.you,
  },
  'credential.fileUnknown': {
    title: 'This file is neither a certificate nor a private key',
    cause: 'Another file was chosen. Evergrant accepts PEM, PFX (P12), CER and KEY files.',
    cure: filesCure,
    who: who.you,
  },
  'credential.keyNotRsa': {
    title: 'The private key isn’t an RSA key',
    cause: 'Microsoft Entra accepts RSA certificates for applications.',
    cure: 'Create an RSA certificate of 2048 bits or more, and upload it to the app registration.',
    who: who.you,
  },
  'credential.pfxWithoutKey': {
    title: 'The PFX was exported without its private key',
    cause: 'In the Windows export, “No, do not export the private key” was selected.',
    cure: 'Export it again on the computer that has the key, and select “Yes, export the private key”.',
    who: who.you,
  },
  'credential.pfxUnreadable': {
    title: 'The PFX can’t be read',
    cause: 'It’s damaged, or was created in a way that Evergrant doesn’t support.',
    cure: 'Export it again with a passphrase, or choose PEM files instead.',
    who: who.you,
  },
  'credential.passphraseNeeded': {
    title: 'The private key is protected by a passphrase',
    cause: 'It was set when the file was created. Evergrant needs it once and doesn’t store it.',
    cure: 'Type the passphrase and save again.',
    who: who.you,
  },
  'credential.wrongPassphrase': {
    title: 'The passphrase doesn’t open this file',
    cause:
      'It was mistyped, or belongs to another file. A PFX that Windows protects for an account or group has no passphrase that you can type.',
    cure: 'Type it again; check the keyboard layout and Caps Lock. Or export the file again with a new passphrase.',
    who: who.you,
  },
};

const stateProblems: Readonly<Record<string, ProblemText>> = {
  'credential.expired': {
    title: 'The credential has expired',
    cause: 'It was valid until {{at}}.',
    cure: 'On the connector’s page, replace the credential: a new certificate, uploaded to the app registration.',
    who: who.registrationOwner,
  },
  'credential.notYetValid': {
    title: 'The certificate isn’t valid yet',
    cause: 'It’s valid from {{at}}, or this computer’s clock is wrong.',
    cure: 'Check the date and time on this computer, or wait until then.',
    who: who.you,
  },
  'credential.secretEmpty': {
    title: 'The secret is empty',
    cause: 'Only spaces were entered.',
    cure: 'Enter the secret’s value, not its ID; or use a certificate.',
    who: who.you,
  },
};

const replacementProblems: Readonly<Record<string, ProblemText>> = {
  'credential.noReplacement': {
    title: 'No new credential is pending',
    cause: 'It’s already in use or was discarded, perhaps in another window.',
    cure: 'Start the replacement again.',
    who: who.you,
  },
  'credential.sameAgain': {
    title: 'This credential is already in use',
    cause: 'The same certificate or secret was chosen again.',
    cure: 'Choose a new one, or have Evergrant create it.',
    who: who.you,
  },
  'credential.nowhereToTest': {
    title: 'No customer can show whether the new credential works',
    cause:
      'The connector isn’t granted in any of its customers at the moment, so Evergrant can’t get a token.',
    cure: 'Grant the connector in one customer first (your own tenant works too), then switch. The old credential stays in use.',
    who: who.you,
  },
  'credential.vendorsRegistration': {
    title: 'A vendor’s connector has no credential in Evergrant',
    cause:
      'Its app registration belongs to the vendor, and a vendor’s secret never belongs on a desktop.',
    cure: 'Nothing to do: Evergrant checks the vendor’s connector through a reader, which is one of your own connectors.',
    who: who.nobody,
  },
};

const listProblems: Readonly<Record<string, ProblemText>> = {
  'credential.ownTenantUnknown': {
    title: 'Evergrant doesn’t know yet which tenant owns this app registration',
    cause:
      'It learns this from a customer in which the connector is granted, and there is none so far.',
    cure: 'Add one customer and grant the connector there; your own tenant works too.',
    who: who.you,
  },
  'credential.registrationUnseen': {
    title: 'The app registration wasn’t found in its own tenant',
    cause: 'The owning tenant reports that it has no application with this client ID.',
    cure: 'Check in the portal whether the app registration was deleted; a deleted one can be restored for 30 days.',
    who: who.registrationOwner,
  },
};

const importProblems: Readonly<Record<string, ProblemText>> = {
  'profile.fileNotOurs': {
    title: 'This is not an Evergrant connector file',
    cause: 'It wasn’t written by “Export connector”, or another file was chosen.',
    cure: 'Choose the file that your colleague exported; its name ends in .evergrant.json.',
    who: who.you,
  },
  'profile.fileDamaged': {
    title: 'The connector file is incomplete',
    cause: 'It was changed or cut off: {{where}} isn’t as it should be.',
    cure: 'Ask your colleague to export it again.',
    who: who.you,
  },
  'profile.fileNewer': {
    title: 'The connector file was written by a newer Evergrant',
    cause: 'The file has version {{version}}; this Evergrant reads up to {{known}}.',
    cure: 'Update Evergrant on this computer, then import again.',
    who: who.you,
  },
  'profile.filePractice': {
    title: 'Practice and real customers stay separate',
    cause: 'The file comes from Practice and this isn’t Practice, or the other way around.',
    cure: 'In Practice, choose a connector file that was exported from Practice. Otherwise, choose one that wasn’t.',
    who: who.you,
  },
  'profile.cloudFileNeeded': {
    title: 'This connector is in a custom cloud',
    cause: 'The cloud “{{cloud}}” is described by a cloud file, and each computer needs its own.',
    cure: 'Enter the path of the cloud file on this computer.',
    who: who.you,
  },
};

/** Credentials, their replacement, and imported connector files. */
export const credentialProblems = {
  ...fileProblems,
  ...stateProblems,
  ...replacementProblems,
  ...listProblems,
  ...importProblems,
} as const satisfies Readonly<Record<string, ProblemText>>;
