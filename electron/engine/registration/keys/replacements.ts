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

/** Replaces a connector's credential: the new one is accepted by Microsoft before the old one goes. */
export interface Replacements {
  /** What waits to be swapped in. */
  waiting(profileId: string): Promise<WaitingCertificate | null>;
  /**
   * A certificate waits until it is swapped in; what waited before is given up. A secret is tested and
   * swapped at once: null. Errors: `profile.unknown`, `credential.*`, and those of `swap`.
   */
  begin(
    profileId: string,
    credential: z.output<typeof nextCredential>,
    signal?: AbortSignal,
  ): Promise<WaitingCertificate | null>;
  /**
   * Swaps in what waits, after a fresh token was had with it: `testedIn` is the tenant that it was had in,
   * null without customers. Errors: `credential.noReplacement`, `credential.nowhereToTest`, `aadsts.*`,
   * `network.*`; nothing has changed then.
   */
  swap(
    profileId: string,
    signal?: AbortSignal,
  ): Promise<{ readonly profile: Profile; readonly testedIn: string | null }>;
  /** The certificate that waits as a file. Errors: `credential.noReplacement`, `export.notWritten`. */
  saveCertificate(profileId: string): Promise<SavedFile>;
  /** False when nothing waited. */
  giveUp(profileId: string): Promise<boolean>;
}

export interface ReplacementPorts {
  readonly store: Pick<ProfileStore, 'get' | 'credential' | 'replaceCredential'>;
  readonly pairs: Pick<KeyPairStore, 'add' | 'ofProfile' | 'remove'>;
  readonly profiles: Pick<Profiles, 'get'>;
  /** Makes a key pair that is not kept yet. */
  readonly makePair: (asked: {
    readonly connectorName: string;
    readonly profileId: string;
  }) => Promise<KeyPairRecord>;
  /** The connector's customers, those where it is most likely granted first. */
  readonly customersOf: (profileId: string) => Promise<readonly string[]>;
  /** A token with this credential, past every cache. Rejects with what Microsoft says. */
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

/** Puts a credential in the place of the one in use, once Microsoft accepted it; keeps on record how that ended. */
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

/** A certificate that was given, as a pair that waits. */
function pairOf(
  { certificatePem, privateKeyPem, thumbprint, expiresAt }: CertificateCredential,
  kept: Pick<KeyPairRecord, 'id' | 'profileId' | 'createdAt'>,
): KeyPairRecord {
  const name = nameIn(certificatePem);
  return { ...kept, name, certificatePem, privateKeyPem, thumbprint, expiresAt };
}

/** What the record may say of a credential. */
function said(credential: CredentialRecord): Problem['params'] {
  return credential.kind === 'secret'
    ? { kind: credential.kind }
    : { kind: credential.kind, thumbprint: credential.thumbprint };
}

function isSame(one: CredentialRecord, other: CredentialRecord | null): boolean {
  if (one.kind === 'secret') return other?.kind === 'secret' && other.value === one.value;
  return other?.kind === 'certificate' && other.thumbprint === one.thumbprint;
}

/** The common name of a certificate's subject, which the portal shows for a description. */
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
