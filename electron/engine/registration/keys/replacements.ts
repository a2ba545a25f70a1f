import { X509Certificate } from 'node:crypto';
import type { z } from 'zod';
import type {
  nextCredential,
  SavedFile,
  WaitingCertificate,
} from '../../../contract/replacement.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Profile } from '../../../contract/profile.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import type { FileSaver } from '../../kernel/files/file-saver.ts';
import { certificateFile } from './certificate-file.ts';
import { credentialOfPair } from './key-pairs.ts';
import { addCertificateScripts } from '../setup/scripts/add-certificate.ts';
import type { KeyPairRecord, KeyPairStore } from '../store.ts';
import type { CredentialRecord, ProfileRecord, ProfileStore } from '../../connectors/store.ts';
import type { CertificateCredential } from '../../connectors/credentials/certificate-credential.ts';
import type { Profiles } from '../../connectors/profiles.ts';
import { readCredential } from '../../connectors/credentials/credential-input.ts';
import { findAccepting } from './find-accepting.ts';
import { dropWaiting, waitingPair } from './waiting-pair.ts';

/** Replaces a connector's credential: Microsoft must accept the new one before the old one is removed. */
export interface Replacements {
  /** The pending credential. */
  waiting(profileId: string): Promise<WaitingCertificate | null>;
  /**
   * Begins a replacement. A certificate is pending until it is swapped in, and replaces an earlier
   * pending one. A secret is tested and swapped in immediately, and null is returned. Errors:
   * `profile.unknown`, `credential.*`, and those of `swap`.
   */
  begin(
    profileId: string,
    credential: z.output<typeof nextCredential>,
    signal?: AbortSignal,
  ): Promise<WaitingCertificate | null>;
  /**
   * Swaps in the pending credential after it got a new token. `testedIn` is the tenant of that token;
   * null without customers. On an error nothing has changed: `credential.noReplacement`,
   * `credential.nowhereToTest`, `aadsts.*`, `network.*`.
   */
  swap(
    profileId: string,
    signal?: AbortSignal,
  ): Promise<{ readonly profile: Profile; readonly testedIn: string | null }>;
  /** The pending certificate as a file. Errors: `credential.noReplacement`, `export.notWritten`. */
  saveCertificate(profileId: string): Promise<SavedFile>;
  /** Discards the pending credential; false when there is none. */
  giveUp(profileId: string): Promise<boolean>;
}

export interface ReplacementPorts {
  readonly store: Pick<ProfileStore, 'get' | 'credential' | 'replaceCredential'>;
  readonly pairs: Pick<KeyPairStore, 'add' | 'ofProfile' | 'remove'>;
  readonly profiles: Pick<Profiles, 'get'>;
  /** Makes a key pair without storing it. */
  readonly makePair: (asked: {
    readonly connectorName: string;
    readonly profileId: string;
  }) => Promise<KeyPairRecord>;
  /** The connector's customers, those most likely granted first. */
  readonly customersOf: (profileId: string) => Promise<readonly string[]>;
  /** Gets a token with this credential, bypassing every cache. Rejects with Microsoft's refusal. */
  readonly tryCredential: (
    profileId: string,
    credential: CredentialRecord,
    tenantId: string,
    signal?: AbortSignal,
  ) => Promise<unknown>;
  readonly files: Pick<FileSaver, 'save'>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes the service. */
export function createReplacements(ports: ReplacementPorts): Replacements {
  const { store, pairs, clock } = ports;

  async function find(profileId: string): Promise<ProfileRecord> {
    const profile = await store.get(profileId);
    if (profile === null) throw new EvergrantError('profile.unknown', { params: { profileId } });
    return profile;
  }

  async function waiting(profileId: string): Promise<WaitingCertificate | null> {
    const [profile, pair] = await Promise.all([find(profileId), waitingPair(ports, profileId)]);
    return pair && present(pair, profile);
  }

  return {
    waiting,
    begin: async (profileId, asked, signal) => {
      const profile = await find(profileId);
      if (profile.owner === 'vendor') throw new EvergrantError('credential.vendorsRegistration');
      const given = asked.kind === 'newKeyPair' ? null : readCredential(asked, clock.now());
      if (given !== null && isSame(given, await store.credential(profileId))) {
        throw new EvergrantError('credential.sameAgain');
      }
      if (given?.kind === 'secret') {
        await swapIn(ports, profile, given, signal);
        return null;
      }
      const pair = given
        ? pairOf(given, { id: ports.random.guid(), profileId, createdAt: clock.now() })
        : await ports.makePair({ connectorName: profile.name, profileId });
      await dropWaiting(pairs, profileId);
      await pairs.add(pair);
      ports.changes.publish({ topic: 'profiles', tenantId: null });
      return present(pair, profile);
    },
    swap: async (profileId, signal) => {
      const profile = await find(profileId);
      const pair = await waitingPair(ports, profileId);
      if (pair === null) throw new EvergrantError('credential.noReplacement');
      const testedIn = await swapIn(ports, profile, credentialOfPair(pair), signal);
      return { profile: await ports.profiles.get(profileId), testedIn };
    },
    saveCertificate: async (profileId) => {
      const found = await waiting(profileId);
      if (found === null) throw new EvergrantError('credential.noReplacement');
      return ports.files.save(certificateFile(found.fileName, found.certificatePem));
    },
    giveUp: async (profileId) => {
      const givenUp = await dropWaiting(pairs, profileId);
      if (givenUp) ports.changes.publish({ topic: 'profiles', tenantId: null });
      return givenUp;
    },
  };
}

/** Replaces the credential in use after Microsoft accepted the new one, and records the result. */
async function swapIn(
  ports: ReplacementPorts,
  { id: profileId, name }: ProfileRecord,
  credential: CredentialRecord,
  signal?: AbortSignal,
): Promise<string | null> {
  const line = { tenantId: null, profileId, params: { name, ...said(credential) } };
  let testedIn: string | null;
  try {
    testedIn = await findAccepting(ports, profileId, credential, signal);
  } catch (error) {
    if (error instanceof EvergrantError) {
      const problem = error.toProblem();
      const refused = { action: 'credentialRefused', result: 'refused', problem } as const;
      await ports.activity.record({ ...line, ...refused });
    }
    throw error;
  }
  await ports.store.replaceCredential(profileId, credential);
  await dropWaiting(ports.pairs, profileId);
  await ports.activity.record({ ...line, action: 'credentialReplaced', result: 'replaced' });
  ports.changes.publish({ topic: 'profiles', tenantId: null });
  return testedIn;
}

/** A given certificate as a pending pair. */
function pairOf(
  { certificatePem, privateKeyPem, thumbprint, expiresAt }: CertificateCredential,
  kept: Pick<KeyPairRecord, 'id' | 'profileId' | 'createdAt'>,
): KeyPairRecord {
  const name = nameIn(certificatePem);
  return { ...kept, name, certificatePem, privateKeyPem, thumbprint, expiresAt };
}

/** What the activity record can contain of a credential. */
function said(credential: CredentialRecord): Problem['params'] {
  return credential.kind === 'secret'
    ? { kind: credential.kind }
    : { kind: credential.kind, thumbprint: credential.thumbprint };
}

function isSame(one: CredentialRecord, other: CredentialRecord | null): boolean {
  if (one.kind === 'secret') return other?.kind === 'secret' && other.value === one.value;
  return other?.kind === 'certificate' && other.thumbprint === one.thumbprint;
}

/** The common name of a certificate's subject, which the portal shows as its description. */
function nameIn(certificatePem: string): string {
  const { subject } = new X509Certificate(certificatePem);
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject;
}

function present(pair: KeyPairRecord, profile: ProfileRecord): WaitingCertificate {
  const { fingerprint } = new X509Certificate(pair.certificatePem);
  const portalThumbprint = fingerprint.replaceAll(':', '');
  return {
    profileId: profile.id,
    name: pair.name,
    certificatePem: pair.certificatePem,
    thumbprint: pair.thumbprint,
    portalThumbprint,
    fileName: `evergrant-${portalThumbprint.slice(0, 8).toLowerCase()}.cer`,
    expiresAt: new Date(pair.expiresAt).toISOString(),
    createdAt: new Date(pair.createdAt).toISOString(),
    scripts: addCertificateScripts({
      cloud: profile.cloud.kind,
      clientId: profile.clientId,
      certificatePem: pair.certificatePem,
      certificateName: pair.name,
    }),
  };
}
