import type { CredentialInput } from '../../../electron/contract/profile.ts';

/** A file of a credential, read into the form: its name is shown, its bytes go inwards once. */
export interface CredentialFile {
  readonly name: string;
  readonly base64: string;
}

/** What a person has given of a credential so far. Held by the form alone, and gone with it. */
export interface CredentialDraft {
  readonly files: readonly CredentialFile[];
  readonly passphrase: string;
  readonly secret: string;
  /** A day as the portal shows it, `YYYY-MM-DD`; empty where none was given. */
  readonly secretEnd: string;
}

/** An untouched credential. */
export const emptyCredential: CredentialDraft = {
  files: [],
  passphrase: '',
  secret: '',
  secretEnd: '',
};

/** What is wrong with a credential's draft; the values are the catalogue's keys. */
export type CredentialFaults = Partial<{
  readonly files: 'filesMissing';
  readonly secret: 'secretMissing';
}>;

/** Finds what a person can put right before anything is sent. What is in the files, the engine says. */
export function credentialFaults(
  kind: 'certificate' | 'secret',
  draft: CredentialDraft,
): CredentialFaults {
  if (kind === 'certificate') return draft.files.length === 0 ? { files: 'filesMissing' } : {};
  return draft.secret.trim() === '' ? { secret: 'secretMissing' } : {};
}

/** The credential as the engine takes it. A secret's last day counts to its end, in UTC. */
export function credentialOf(
  kind: 'certificate' | 'secret',
  draft: CredentialDraft,
): CredentialInput {
  return kind === 'certificate'
    ? {
        kind: 'files',
        files: draft.files.map(({ base64 }) => base64),
        passphrase: draft.passphrase,
      }
    : {
        kind: 'secret',
        value: draft.secret,
        expiresAt: draft.secretEnd === '' ? null : `${draft.secretEnd}T23:59:59.000Z`,
      };
}

/** The bytes of a file as the contract carries them. */
export async function readCredentialFile(file: File): Promise<CredentialFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name, base64: btoa(binary) };
}
