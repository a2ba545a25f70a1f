import type {
  ConsentAttempt,
  Permission,
  PermissionCheck,
  Proof,
  TestResult,
} from '../../electron/contract/grant.ts';
import { connectorPermissions } from '../../electron/engine/connectors/reading-permissions.ts';
import type { Evidence } from '../../electron/engine/connection/status/status.ts';
import { verdictOf } from '../../electron/engine/connection/test/verdict.ts';

/** The current time in the tests about evidence. */
export const now = Date.parse('2026-11-24T12:00:00.000Z');
/** 24 hours, the default of the setting. */
export const freshnessMs = 24 * 60 * 60_000;

const fabrikam = 'ffffffff-0000-4000-8000-000000000000';
const profileId = '11111111-0000-4000-8000-000000000000';

/** A time before {@link now}. */
export const ago = (ms: number): string => new Date(now - ms).toISOString();

/** A proof with this outcome; a failed one carries a code. */
export function proof(outcome: Proof['outcome'], code?: string): Proof {
  const isQuiet = outcome === 'proven' || outcome === 'missing';
  return {
    outcome,
    at: outcome === 'notTried' ? null : ago(60_000),
    problem:
      isQuiet && code === undefined
        ? null
        : { code: code ?? 'graph.serviceNotAvailable', params: {}, retry: 'after' },
  };
}

/** A row whose verdict follows from its proofs. */
export function check(
  permission: Permission,
  proofs: Pick<PermissionCheck, 'grant' | 'token' | 'read'>,
): PermissionCheck {
  const { grant, token, read } = proofs;
  return { permission, verdict: verdictOf(permission.type, proofs), grant, token, read };
}

/** A test that proves the connector's three permissions. */
export function goodTest(changes: Partial<TestResult> = {}): TestResult {
  return {
    id: 'aaaaaaaa-0000-4000-8000-000000000000',
    tenantId: fabrikam,
    profileId,
    startedAt: ago(62_000),
    finishedAt: ago(60_000),
    checks: connectorPermissions.map((permission) =>
      check(permission, {
        grant: proof('proven'),
        token: proof(permission.type === 'application' ? 'proven' : 'notTried', undefined),
        read: proof(permission.type === 'application' ? 'proven' : 'notTried', undefined),
      }),
    ),
    findings: [],
    organization: {
      tenantId: fabrikam,
      displayName: 'Fabrikam',
      primaryDomain: 'fabrikam.example',
      initialDomain: 'fabrikam.onmicrosoft.example',
      verifiedDomains: ['fabrikam.example', 'fabrikam.onmicrosoft.example'],
    },
    servicePrincipalId: 'bbbbbbbb-0000-4000-8000-000000000000',
    account: null,
    refusal: null,
    ...changes,
  };
}

/** A test that was refused before it could check anything. */
export function refusedTest(code: string, changes: Partial<TestResult> = {}): TestResult {
  const refusal = { code, params: {}, retry: 'after' } as const;
  const left = { outcome: 'couldNotTell', at: ago(60_000), problem: refusal } as const;
  return goodTest({
    id: 'cccccccc-0000-4000-8000-000000000000',
    checks: connectorPermissions.map((permission) =>
      check(permission, { grant: left, token: left, read: left }),
    ),
    organization: null,
    servicePrincipalId: null,
    refusal,
    ...changes,
  });
}

/** A technician's attempt that has been waiting for the administrator for one minute. */
export function attempt(changes: Partial<ConsentAttempt> = {}): ConsentAttempt {
  return {
    id: 'dddddddd-0000-4000-8000-000000000000',
    tenantId: fabrikam,
    profileId,
    startedAt: ago(60_000),
    phase: 'waitingForAdministrator',
    url: 'https://login.example/consent',
    tests: 0,
    nextTestAt: null,
    missing: [],
    endedAt: null,
    problem: null,
    ...changes,
  };
}

/** Evidence of a connector that was verified a minute ago. */
export function evidence(changes: Partial<Evidence> = {}): Evidence {
  const good = goodTest();
  return {
    owner: 'ours',
    requiredPermissions: connectorPermissions,
    tests: { last: good, lastReached: good, lastGood: good },
    attempt: null,
    removal: null,
    failure: null,
    domains: {
      primaryDomain: 'fabrikam.example',
      initialDomain: 'fabrikam.onmicrosoft.example',
      verifiedDomains: ['fabrikam.example', 'fabrikam.onmicrosoft.example'],
    },
    offline: false,
    ...changes,
  };
}
