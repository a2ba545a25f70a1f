import { z } from 'zod';
import type { PermissionCheck, Proof, TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { newProblem, recoded } from '../../errors/evergrant-error.ts';
import type { GraphFactory } from '../../graph/graph.ts';
import type { AccessToken, Connector, Identity } from '../../identity/identity.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import { findingsOf } from './findings.ts';
import { createLookUp } from './look-up.ts';
import type { Found, LookUp } from './look-up.ts';
import { grantProof } from './recorded-grants.ts';
import type { Recorded } from './recorded-grants.ts';
import { isTurnedDown, saysOfGrant } from './refusal.ts';
import { described, readOrganization, readRecorded, wrongTenantOf } from './tenant-reads.ts';
import { notTried } from './token-proofs.ts';
import { verdictOf } from './verdict.ts';

/** What a test through a reader uses. */
interface RecordTestPorts {
  readonly identity: Pick<Identity, 'appToken'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  readonly clock: Clock;
  readonly random: Random;
}

const anyToken = z.custom<AccessToken>((value) => typeof value === 'object' && value !== null);
const vendors = newProblem('grant.vendorsRegistration');
const noReader = newProblem('grant.noReader');

/**
 * Tests a vendor's registration in one tenant through the reader, one of our own registrations. What the
 * tenant records is proof (a) of every row. Only the vendor can get the token and do the read, so those
 * proofs cannot be tried.
 *
 * `lastGood` is read after the tenant has answered. Expected failures are in the result. Throws only when
 * canceled, or because of a bug.
 */
export async function testRecord(
  ports: RecordTestPorts,
  connector: Connector,
  reader: Connector | null,
  tenantId: string,
  lastGood: () => Promise<TestResult | null>,
  signal?: AbortSignal,
): Promise<TestResult> {
  const { clock } = ports;
  const { id: profileId, requiredPermissions } = connector.profile;
  const startedAt = clock.now();
  const { lookUp, close } = createLookUp(clock, signal);
  try {
    const seen = await look(ports, connector, reader, tenantId, lookUp);
    const { recorded, organization, refusal } = seen;
    const finishedAt = clock.now();
    return {
      id: ports.random.guid(),
      tenantId,
      profileId,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      checks: requiredPermissions.map((permission): PermissionCheck => {
        const grant = recorded === null ? leftOpen(seen) : grantProof(permission, recorded);
        const proofs = { grant, token: notTried(vendors), read: notTried(vendors) };
        return { permission, verdict: verdictOf(permission.type, proofs), ...proofs };
      }),
      findings: findingsOf({
        recorded,
        organization,
        refusal,
        required: requiredPermissions,
        lastGood: await lastGood(),
        // The reader's own credential is reported with the reader, not with every customer it checks.
        credential: null,
        now: finishedAt,
      }),
      organization,
      servicePrincipalId: recorded?.servicePrincipal.ok ? recorded.servicePrincipal.value.id : null,
      account: null,
      refusal,
    };
  } finally {
    close();
  }
}

interface Seen {
  readonly recorded: Recorded | null;
  readonly organization: TestResult['organization'];
  readonly refusal: Problem | null;
  /** When the test ended early; null when nothing was requested. */
  readonly at: number | null;
}

async function look(
  ports: RecordTestPorts,
  connector: Connector,
  reader: Connector | null,
  tenantId: string,
  lookUp: LookUp,
): Promise<Seen> {
  const unseen = { recorded: null, organization: null, at: null } as const;
  if (reader === null) return { ...unseen, refusal: noReader };
  const { name } = reader.profile;
  if (reader.credential === null) {
    const refusal = newProblem('grant.readerNoCredential', { params: { name } });
    return { ...unseen, refusal };
  }
  const token = await lookUp(
    (signal) => ports.identity.appToken(reader, tenantId, { fresh: true, signal }),
    anyToken,
  );
  if (!token.ok) return { ...unseen, refusal: ofReader(token.problem, name), at: token.at };
  const graph = ports.graphs.withToken(reader, token.value.token);
  const organization = await readOrganization(graph, lookUp);
  const refusal = wrongTenantOf(organization, tenantId);
  if (refusal !== null) return { ...unseen, refusal, at: organization.at };
  const recorded = await readRecorded(graph, connector, lookUp);
  return {
    recorded: ofReaderToo(recorded, name),
    organization: described(organization),
    refusal: null,
    at: null,
  };
}

/** The reader was refused, which says nothing about the vendor's grant. */
export function ofReader(problem: Problem, name: string): Problem {
  const meaning = saysOfGrant(problem);
  if (meaning === 'outOfReach') return problem;
  if (meaning === 'notInstalled')
    return recoded(problem, 'grant.readerNotGranted', { params: { name } });
  return isTurnedDown(problem)
    ? recoded(problem, 'grant.readerRefused', { params: { name } })
    : problem;
}

/** The same for each look-up that Graph refused; a missing principal is left as it is. */
function ofReaderToo(recorded: Recorded, name: string): Recorded {
  const told = <T>(found: Found<T>): Found<T> =>
    found.ok || found.problem.code === 'grant.notInstalled'
      ? found
      : { ...found, problem: ofReader(found.problem, name) };
  return {
    servicePrincipal: told(recorded.servicePrincipal),
    graphPrincipal: told(recorded.graphPrincipal),
    assignments: told(recorded.assignments),
    grants: told(recorded.grants),
  };
}

function leftOpen({ refusal, at }: Seen): Proof {
  if (refusal === null) throw new Error('a look that brought nothing says why');
  return at === null
    ? notTried(refusal)
    : { outcome: 'couldNotTell', at: new Date(at).toISOString(), problem: refusal };
}
