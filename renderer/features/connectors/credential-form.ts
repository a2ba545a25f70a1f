import { z } from 'zod';
import type { CredentialInput } from '../../../electron/contract/profile.ts';

/** A file of a credential, read into the form: its name is shown, its bytes go inwards once. */
const credentialFile = z.object({ name: z.string(), base64: z.string() });
type CredentialFile = z.infer<typeof credentialFile>;

const credentialDraft = z.object({
  files: z.array(credentialFile),
  passphrase: z.string(),
  secret: z.string(),
  /** A day as the portal shows it, `YYYY-MM-DD`; empty where none was given. */
  secretEnd: z.string(),
});
/** What a person has given of a credential so far. Held by the form alone, and gone with it. */
export type CredentialDraft = z.infer<typeof credentialDraft>;

/** An untouched credential. */
export const emptyCredential: CredentialDraft = {
  files: [],
  passphrase: '',
  secret: '',
  secretEnd: '',
};

/**
 * A credential as it is chosen, and what the engine takes of it; null where none is given. What is in
 * the files, the engine says.
 */
export const typedCredential = credentialDraft
  .extend({ kind: z.enum(['certificate', 'secret', 'newKeyPair', 'none']) })
  .refine(({ kind, files }) => kind !== 'certificate' || files.length > 0, { path: ['files'] })
  .refine(({ kind, secret }) => kind !== 'secret' || secret.trim() !== '', { path: ['secret'] })
  .transform(({ kind, ...draft }) => credentialOf(kind, draft));

/** A secret's last day counts to its end, in UTC. */
function credentialOf(kind: string, draft: CredentialDraft): CredentialInput | null {
  const { files, passphrase, secret, secretEnd } = draft;
  if (kind === 'certificate') {
    return { kind: 'files', files: files.map(({ base64 }) => base64), passphrase };
  }
  if (kind !== 'secret') return null;
  const expiresAt = secretEnd === '' ? null : `${secretEnd}T23:59:59.000Z`;
  return { kind: 'secret', value: secret, expiresAt };
}

/** The bytes of a file as the contract carries them. */
export async function readCredentialFile(file: File): Promise<CredentialFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name, base64: btoa(binary) };
}
