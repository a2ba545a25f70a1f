import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'credential-samples');

/** The passphrase of every sample that is protected. */
export const samplePassphrase = 'evergreen';

/** The bytes of a sample; `credential-samples/README.md` describes how each was made. */
export function credentialSample(name: string): Buffer {
  return readFileSync(join(folder, name));
}
