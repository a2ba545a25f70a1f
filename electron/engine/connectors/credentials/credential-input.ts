import type { z } from 'zod';
import type { credentialInput } from '../../../contract/profile.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Millis } from '../../kernel/ports.ts';
import type { CredentialRecord } from '../store.ts';
import { readCertificateCredential } from './certificate-credential.ts';

/**
 * A credential that was given, read and found usable at `now`.
 *
 * Errors: `credential.*`.
 */
export function readCredential(
  input: z.output<typeof credentialInput>,
  now: Millis,
): CredentialRecord {
  switch (input.kind) {
    case 'certificate':
      return readCertificateCredential([Buffer.from(input.pem)], '', now);
    case 'files': {
      const files = input.files.map((file) => Buffer.from(file, 'base64'));
      return readCertificateCredential(files, input.passphrase, now);
    }
    case 'secret':
      return readSecret(input, now);
  }
}

function readSecret(
  input: Extract<z.output<typeof credentialInput>, { kind: 'secret' }>,
  now: Millis,
): CredentialRecord {
  const value = input.value.trim();
  if (value === '') throw new EvergrantError('credential.secretEmpty');
  const expiresAt = input.expiresAt === null ? null : Date.parse(input.expiresAt);
  if (expiresAt !== null && expiresAt <= now) {
    throw new EvergrantError('credential.expired', {
      params: { at: new Date(expiresAt).toISOString() },
    });
  }
  return { kind: 'secret', value, expiresAt };
}
