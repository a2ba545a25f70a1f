import { randomBytes } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppRegistration } from '../world/types.ts';
import { readIfThere, writePrivately } from './files.ts';
import { issueCredential, issueServer } from './issue.ts';
import type { CertifiedKey } from './issue.ts';
import { keepSecret, readCertificate } from '../world/registered-credential.ts';

const twoYears = 730 * 24 * 60 * 60 * 1000;

/** The keys of one state folder: created once, reused by later starts, readable by their owner only. */
export interface StateKeys {
  readonly caFile: string;
  readonly server: CertifiedKey;
  readonly connector: {
    readonly certificateFile: string;
    readonly secretFile: string;
  };
  /** Adds the practice connector's certificate and secret to the first registration. */
  furnish(registrations: readonly AppRegistration[]): void;
}

/** Reads the keys of a state folder and creates missing ones. `now` in system milliseconds. */
export async function openStateKeys(folder: string, now: number): Promise<StateKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const caFile = join(folder, 'ca.pem');
  const serverFile = join(folder, 'server.pem');
  const certificateFile = join(folder, 'connector.pem');
  const secretFile = join(folder, 'connector-secret.txt');

  let server = splitPem(await readIfThere(serverFile));
  if (server === undefined || (await readIfThere(caFile)) === undefined) {
    const issued = await issueServer(now);
    server = issued.server;
    await writePrivately(serverFile, joinPem(issued.server));
    await writePrivately(caFile, `${issued.ca}\n`);
  }
  let credential = splitPem(await readIfThere(certificateFile));
  if (credential === undefined) {
    credential = await issueCredential('Practice connector', now);
    await writePrivately(certificateFile, joinPem(credential));
  }
  let secret = (await readIfThere(secretFile))?.trim();
  if (secret === undefined) {
    secret = randomBytes(30).toString('base64url');
    await writePrivately(secretFile, `${secret}\n`);
  }

  const { certificate } = credential;
  return {
    caFile,
    server,
    connector: { certificateFile, secretFile },
    furnish([connector]) {
      if (connector === undefined) throw new Error('The seed made no registration.');
      connector.certificates.push(readCertificate(certificate, 'Practice connector'));
      connector.secrets.push(keepSecret(secret, 'Practice connector', now, now + twoYears));
    },
  };
}

function joinPem(pair: CertifiedKey): string {
  return `${pair.privateKey.trim()}\n${pair.certificate.trim()}\n`;
}

function splitPem(text: string | undefined): CertifiedKey | undefined {
  const part = (label: string): string | undefined =>
    new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`).exec(text ?? '')?.[0];
  const privateKey = part('PRIVATE KEY');
  const certificate = part('CERTIFICATE');
  return privateKey !== undefined && certificate !== undefined
    ? { privateKey, certificate }
    : undefined;
}
