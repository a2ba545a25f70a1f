import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateKeys } from './state-keys.ts';

const now = 1_800_000_000_000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evergrant-keys-'));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

describe('Keys of a state folder', () => {
  it('give loopback a certificate that the CA vouches for', async () => {
    const keys = await openStateKeys(folder, now);
    const ca = new X509Certificate(await readFile(keys.caFile));
    const server = new X509Certificate(keys.server.certificate);
    expect(ca.ca).toBe(true);
    expect(server.verify(ca.publicKey)).toBe(true);
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(server.checkHost('localhost')).toBe('localhost');
    expect(server.ca).toBe(false);
  });

  it('are the same at the next start, and their owner alone can read them', async () => {
    const before = await openStateKeys(folder, now);
    const after = await openStateKeys(folder, now + 1000);
    expect(after.server).toEqual(before.server);
    for (const file of ['server.pem', 'connector.pem', 'connector-secret.txt']) {
      expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
    }
  });
});
