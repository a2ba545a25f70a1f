import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStateKeys } from '../../../practice/certificates/state-keys.ts';
import { openSigningKey } from '../../../practice/entra/signing-key.ts';
import { practiceKeysVariable } from '../practice-keys.ts';
import { buildPrograms } from './build-programs.ts';

/**
 * What the tests of one run share, as Vitest's `globalSetup`: built programs, and the keys of practice
 * clouds, because making four RSA keys takes longer than starting a cloud with them.
 */
export async function setup(): Promise<void> {
  await buildPrograms();
  const keys = await mkdtemp(path.join(tmpdir(), 'evergrant-practice-keys-'));
  await openStateKeys(keys, Date.now());
  await openSigningKey(keys);
  process.env[practiceKeysVariable] = keys;
}

/** Removes what no later run can use. */
export async function teardown(): Promise<void> {
  const keys = process.env[practiceKeysVariable];
  if (keys !== undefined) await rm(keys, { recursive: true, force: true });
}
