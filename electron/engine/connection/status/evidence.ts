import type { ConsentAttempt, GrantStatus, TestResult } from '../../../contract/grant.ts';
import type { ProfileStore } from '../../connectors/store.ts';
import type { Clock, Millis } from '../../kernel/ports.ts';
import type { Settings } from '../../kernel/settings/settings.ts';
import type { TenantRecord } from '../../tenants/store.ts';
import { withCredential } from './credential-status.ts';
import { createKeptTests } from './kept-tests.ts';
import { statusOf } from './status.ts';
import type { Evidence } from './status.ts';
import { syncFailure, syncFailures } from './sync-failures.ts';
import type { OtherFailure } from './sync-failures.ts';
import type { GrantStore, TestWorth } from '../store.ts';
import type { Requirements } from '../test/verdict.ts';

/** When a connector's credential expires; `endsAt` null: never. Null when there is no credential. */
export type CredentialEnd = { readonly endsAt: Millis | null } | null;

/** What a customer's connector requires and when its credential expires, for callers that have read it. */
export interface ConnectorFacts {
  readonly requirements: Requirements;
  readonly credential: CredentialEnd;
}

/** Everything a customer's status is computed from, read at one moment. */
export interface Known {
  readonly tenant: TenantRecord;
  readonly evidence: Evidence;
  readonly credential: CredentialEnd;
  readonly freshnessMs: Millis;
}

/** What the connector contributes to its customers' evidence, whether it was read for a test or a screen. */
export function factsOf(kept: {
  readonly profile: Requirements;
  readonly credential: { readonly expiresAt: Millis | null } | null;
}): ConnectorFacts {
  const { profile, credential } = kept;
  return { requirements: profile, credential: credential && { endsAt: credential.expiresAt } };
}

/** The status that follows from what is known. It depends on the time as well as on the evidence. */
export function statusNow(known: Known, now: Millis): GrantStatus {
  const { evidence, credential, freshnessMs } = known;
  return withCredential(statusOf(evidence, now, freshnessMs), credential, now);
}

/** What is known once `test` is stored, without reading it again. */
export function withTest(known: Known, test: TestResult, worth: TestWorth): Known {
  const { tests } = known.evidence;
  const after = {
    last: test,
    lastReached: worth.reached ? test : (tests?.lastReached ?? null),
    lastGood: worth.good ? test : (tests?.lastGood ?? null),
  };
  return { ...known, evidence: { ...known.evidence, tests: after } };
}

/** What is known with another attempt, such as one that has just applied a test's result. */
export function withAttempt(known: Known, attempt: ConsentAttempt): Known {
  return { ...known, evidence: { ...known.evidence, attempt } };
}

/** What is known, with the tenant's current labels. */
export function withLabels(known: Known, tenant: TenantRecord): Known {
  return { ...known, tenant, evidence: { ...known.evidence, domains: tenant } };
}

export interface EvidencePorts {
  readonly store: GrantStore;
  readonly profiles: Pick<ProfileStore, 'get' | 'credentialEnd'>;
  /** Failures of syncs since the last one that finished: of every tenant by its ID, or of one. */
  readonly syncs: {
    failures(): Promise<ReadonlyMap<string, readonly OtherFailure[]>>;
    failuresOf(tenantId: string): Promise<readonly OtherFailure[]>;
  };
  /** Whether the operating system reports that there is no network. */
  readonly offline: () => boolean;
  readonly settings: Pick<Settings, 'freshnessMs'>;
  readonly clock: Clock;
}

/** Reads what statuses are computed from. */
export interface EvidenceReader {
  /** Reads each part once. Pass `facts` if the connector was already read. */
  of(tenant: TenantRecord, facts?: ConnectorFacts): Promise<Known>;
  /** The same for all `tenants`, in their order, with as many queries as for one tenant. */
  ofAll(tenants: Promise<readonly TenantRecord[]>): Promise<Known[]>;
}

export function createEvidenceReader(ports: EvidencePorts): EvidenceReader {
  const { store } = ports;
  const allTests = createKeptTests(store);

  async function factsOf(profileId: string): Promise<ConnectorFacts> {
    const [profile, credential] = await Promise.all([
      ports.profiles.get(profileId),
      ports.profiles.credentialEnd(profileId),
    ]);
    return { requirements: profile ?? unknownConnector.requirements, credential };
  }

  async function factsOfAll(
    tenants: readonly TenantRecord[],
  ): Promise<ReadonlyMap<string, ConnectorFacts>> {
    const profileIds = [...new Set(tenants.map(({ profileId }) => profileId))];
    return new Map(
      await Promise.all(profileIds.map(async (id) => [id, await factsOf(id)] as const)),
    );
  }

  return {
    of: async (tenant, facts) => {
      const { tenantId, profileId } = tenant;
      const [{ requirements, credential }, freshnessMs, tests, attempt, removal, failures] =
        await Promise.all([
          facts ?? factsOf(profileId),
          ports.settings.freshnessMs(),
          store.tests(tenantId),
          store.lastAttempt(tenantId),
          store.removal(tenantId),
          ports.syncs.failuresOf(tenantId),
        ]);
      const offline = ports.offline();
      return {
        tenant,
        evidence: {
          ...requirementsOf(requirements),
          tests,
          attempt,
          removal,
          failure: syncFailure(failures),
          domains: tenant,
          offline,
        },
        credential,
        freshnessMs,
      };
    },
    ofAll: async (tenants) => {
      const [all, ofProfile, freshnessMs, kept, attempts, removals, failures] = await Promise.all([
        tenants,
        tenants.then(factsOfAll),
        ports.settings.freshnessMs(),
        allTests(),
        store.lastAttempts(),
        store.removals(),
        ports.syncs.failures(),
      ]);
      const failureOf = syncFailures(failures);
      const offline = ports.offline();
      return all.map((tenant) => {
        const { tenantId, profileId } = tenant;
        const { requirements, credential } = ofProfile.get(profileId) ?? unknownConnector;
        const evidence: Evidence = {
          ...requirementsOf(requirements),
          tests: kept.get(tenantId) ?? null,
          attempt: attempts.get(tenantId) ?? null,
          removal: removals.get(tenantId) ?? null,
          failure: failureOf.get(tenantId) ?? null,
          domains: tenant,
          offline,
        };
        return { tenant, evidence, credential, freshnessMs };
      });
    },
  };
}

/** A whole profile is not evidence. */
function requirementsOf({ owner, requiredPermissions }: Requirements): Requirements {
  return { owner, requiredPermissions };
}

const unknownConnector: ConnectorFacts = {
  requirements: { owner: 'ours', requiredPermissions: [] },
  credential: null,
};
