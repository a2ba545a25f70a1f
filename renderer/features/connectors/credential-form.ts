import { z } from 'zod';
import type { CredentialInput } from '../../../electron/contract/profile.ts';

/** A credential's file, read into the form: its name is shown, its bytes are sent to the engine once. */
const credentialFile = z.object({ name: z.string(), base64: z.string() });
type CredentialFile = z.infer<typeof credentialFile>;

const credentialDraft = z.object({
  files: z.array(credentialFile),
  passphrase: z.string(),
  secret: z.string(),
  /** A day as the portal shows it, `YYYY-MM-DD`; empty if none was given. */
  secretEnd: z.string(),
});
/**
 * What a person has entered of a credential so far. Only the form holds it, and discards it when it closes.
 */
export type CredentialDraft = z.infer<typeof credentialDraft>;

/** An empty credential. */
export const emptyCredential: CredentialDraft = {
  files: [],
  passphrase: '',
  secret: '',
  secretEnd: '',
};

/**
 * The chosen credential in the form that the engine accepts; null if none is given. The engine checks the
 * files' content.
 */
export const typedCredential = credentialDraft
  .extend({ kind: z.enum(['certificate', 'secret', 'newKeyPair', 'none']) })
  .refine(({ kind, files }) => kind !== 'certificate' || files.length > 0, { path: ['files'] })
  .refine(({ kind, secret }) => kind !== 'secret' || secret.trim() !== '', { path: ['secret'] })
  .transform(({ kind, ...draft }) => credentialOf(kind, draft));

/** A secret's last day counts until its end, in UTC. */
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
