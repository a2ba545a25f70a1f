import { z } from 'zod';
import type { Permission, PermissionCheck, TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { newProblem, recoded } from '../../errors/evergrant-error.ts';
import type { Graph, GraphFactory } from '../../graph/graph.ts';
import type { AccessToken, Connector, Identity } from '../../identity/identity.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import { withChallenges } from './challenged-graph.ts';
import { findingsOf } from './findings.ts';
import { createLookUp } from './look-up.ts';
import type { Found, LookUp } from './look-up.ts';
import { realRead } from './real-reads.ts';
import { grantProof } from './recorded-grants.ts';
import type { Recorded } from './recorded-grants.ts';
import { saysOfGrant } from './refusal.ts';
import { notTried, readProof, tokenProof } from './token-proofs.ts';
import {
  described,
  quickly,
  readOrganization,
  readRecorded,
  wrongTenantOf,
} from './tenant-reads.ts';
import { verdictOf } from './verdict.ts';

/** What a test uses to send its requests. */
interface TestPorts {
  readonly identity: Pick<Identity, 'appToken' | 'delegatedToken' | 'challenged'>;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  readonly clock: Clock;
  readonly random: Random;
}

const anyToken = z.custom<AccessToken>((value) => typeof value === 'object' && value !== null);

/**
 * Tests a connector's permissions in one tenant: three proofs for each, and findings.
 *
 * `lastGood` is read after the tenant has answered. Expected failures are in the result. Throws only when
 * canceled, or because of a bug.
 */
export async function testPermissions(
  ports: TestPorts,
  connector: Connector,
  tenantId: string,
  lastGood: () => Promise<TestResult | null>,
  signal?: AbortSignal,
): Promise<TestResult> {
  const { clock } = ports;
  const startedAt = clock.now();
  const { lookUp, close } = createLookUp(clock, signal);
  try {
    const facts = await gather(ports, connector, tenantId, lookUp);
    const finishedAt = clock.now();
    return {
      id: ports.random.guid(),
      tenantId,
      profileId: connector.profile.id,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      checks: facts.checks,
      findings: findingsOf({
        ...facts,
        required: connector.profile.requiredPermissions,
        lastGood: await lastGood(),
        credential: connector.credential,
        now: finishedAt,
      }),
      organization: facts.organization,
      servicePrincipalId: facts.recorded?.servicePrincipal.ok
        ? facts.recorded.servicePrincipal.value.id
        : null,
      account: facts.account,
      refusal: facts.refusal,
    };
  } finally {
    close();
  }
}

interface Facts {
  readonly checks: PermissionCheck[];
  readonly recorded: Recorded | null;
  readonly organization: TestResult['organization'];
  readonly account: string | null;
  readonly refusal: Problem | null;
}

async function gather(
  ports: TestPorts,
  connector: Connector,
  tenantId: string,
  lookUp: LookUp,
): Promise<Facts> {
  const required = connector.profile.requiredPermissions;
  const token = await lookUp(
    (signal) => ports.identity.appToken(connector, tenantId, { fresh: true, signal }),
    anyToken,
  );
  const person = await personOf(ports, connector, tenantId, lookUp, token);
  if (!token.ok) {
    const isDelegatedOnly = token.problem.code === 'identity.noCredential';
    // Without a credential, a signed-in technician can still identify the tenant.
    const organization =
      isDelegatedOnly && person.graph !== null
        ? await readOrganization(person.graph, lookUp)
        : null;
    return {
      ...nothing,
      organization: organization && described(organization),
      account: person.token?.ok ? person.token.value.account : null,
      refusal: token.problem,
      checks: await rowsWithoutApp(required, token, person, lookUp),
    };
  }
  const graph = ports.graphs.withToken(connector, token.value.token);
  const organization = await readOrganization(graph, lookUp);
  const refusal = wrongTenantOf(organization, tenantId);
  if (refusal !== null) {
    const left = { ok: false, problem: refusal, at: organization.at } as const;
    return { ...nothing, refusal, checks: await rowsWithoutApp(required, left, noPerson, lookUp) };
  }
  const recorded = unlessContradicted(await readRecorded(graph, connector, lookUp), token.value);
  const checks = await Promise.all(
    required.map((permission) => checkRow(permission, recorded, { token, graph }, person, lookUp)),
  );
  return {
    checks,
    recorded,
    organization: described(organization),
    account: person.token?.ok ? person.token.value.account : null,
    refusal: null,
  };
}

/**
 * Graph finds no enterprise application, but a token fetched for this test carries its permissions: one of
 * the two answers is outdated, so neither proves anything about the record.
 */
function unlessContradicted(recorded: Recorded, { roles }: AccessToken): Recorded {
  const { servicePrincipal: found } = recorded;
  if (found.ok || found.problem.code !== 'grant.notInstalled' || roles.length === 0)
    return recorded;
  const open = { ...found, problem: recoded(found.problem, 'grant.contradicted') };
  return { ...recorded, servicePrincipal: open, assignments: open, grants: open };
}

const nothing = { recorded: null, organization: null, account: null } as const;

interface Person {
  readonly token: Found<AccessToken> | null;
  readonly graph: Graph | null;
  /** Why no delegated proof could be tried. */
  readonly absence: Problem;
}

const nobody = newProblem('grant.nobodySignedIn', { retry: 'now' });
const noPerson: Person = { token: null, graph: null, absence: nobody };

/** The technician who is signed in to this tenant, found silently; never prompts. */
async function personOf(
  ports: TestPorts,
  connector: Connector,
  tenantId: string,
  lookUp: LookUp,
  app: Found<AccessToken>,
): Promise<Person> {
  if (!connector.profile.requiredPermissions.some(({ type }) => type === 'delegated'))
    return noPerson;
  // If the connector cannot reach the tenant, a person cannot reach it either.
  if (!app.ok && saysOfGrant(app.problem) === 'outOfReach')
    return { ...noPerson, absence: app.problem };
  const found = await lookUp(
    (signal) => ports.identity.delegatedToken(connector, tenantId, { fresh: true, signal }),
    anyToken.nullable(),
  );
  if (!found.ok) return { token: found, graph: null, absence: found.problem };
  if (found.value === null) return noPerson;
  const token = { ...found, value: found.value };
  const graph = withChallenges(ports.graphs.withToken(connector, token.value.token), (challenge) =>
    ports.identity.challenged(connector, tenantId, challenge),
  );
  return { token, graph, absence: nobody };
}

async function checkRow(
  permission: Permission,
  recorded: Recorded,
  app: { readonly token: Found<AccessToken>; readonly graph: Graph },
  person: Person,
  lookUp: LookUp,
): Promise<PermissionCheck> {
  const principalId = recorded.servicePrincipal.ok ? recorded.servicePrincipal.value.id : null;
  const who = permission.type === 'application' ? app : person;
  const grant = grantProof(permission, recorded);
  const token = who.token === null ? notTried(person.absence) : tokenProof(permission, who.token);
  const read =
    who.graph === null
      ? notTried(person.absence)
      : await tryRead(permission, principalId, who.graph, lookUp);
  return row(permission, { grant, token, read });
}

const missingRead = {
  noReadKnown: 'grant.noReadKnown',
  principalUnread: 'grant.principalUnread',
} as const;

async function tryRead(
  permission: Permission,
  principalId: string | null,
  graph: Graph,
  lookUp: LookUp,
) {
  const read = realRead(permission, principalId);
  if ('missing' in read) {
    const code = missingRead[read.missing];
    return notTried(newProblem(code, { params: { permission: permission.name } }));
  }
  return readProof(await lookUp((signal) => graph.get(read.path, quickly(signal)), z.unknown()));
}

/** The rows when the connector got no token, or one for the wrong tenant: delegated proofs still count. */
async function rowsWithoutApp(
  required: readonly Permission[],
  app: Found<AccessToken> & { ok: false },
  person: Person,
  lookUp: LookUp,
): Promise<PermissionCheck[]> {
  const isAbsent = saysOfGrant(app.problem) === 'notInstalled';
  const isUntried = app.problem.code === 'identity.noCredential';
  const grant = isUntried
    ? notTried(app.problem)
    : {
        outcome: isAbsent ? ('missing' as const) : ('couldNotTell' as const),
        at: new Date(app.at).toISOString(),
        problem: app.problem,
      };
  return Promise.all(
    required.map(async (permission) => {
      const untried = notTried(permission.type === 'application' ? app.problem : person.absence);
      if (permission.type === 'application')
        return row(permission, { grant, token: tokenProof(permission, app), read: untried });
      const token = person.token === null ? untried : tokenProof(permission, person.token);
      const read =
        person.graph === null ? untried : await tryRead(permission, null, person.graph, lookUp);
      return row(permission, { grant, token, read });
    }),
  );
}

function row(
  permission: Permission,
  proofs: Pick<PermissionCheck, 'grant' | 'token' | 'read'>,
): PermissionCheck {
  return { permission, verdict: verdictOf(permission.type, proofs), ...proofs };
}
