import type { TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { graphAppId } from '../../connectors/reading-permissions.ts';
import { newProblem, recoded } from '../../errors/evergrant-error.ts';
import { saysAbsent } from '../../errors/questions.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Connector } from '../../identity/identity.ts';
import {
  appRoleAssignments,
  graphPrincipalAnswer,
  organizationAnswer,
  permissionGrants,
  servicePrincipalAnswer,
} from './graph-rows.ts';
import type { Found, LookUp } from './look-up.ts';
import type { Recorded } from './recorded-grants.ts';
import { saysOfGrant } from './refusal.ts';
import { inWorldwideIds } from './worldwide-ids.ts';

/** The options of a test's reads: no retries, the first answer counts. */
export const quickly = (signal: AbortSignal) =>
  ({ signal, priority: 'High', retry: false }) as const;

/** The tenant as it describes itself. */
export async function readOrganization(
  graph: Graph,
  lookUp: LookUp,
): Promise<Found<NonNullable<TestResult['organization']>>> {
  const found = await lookUp(
    (signal) => graph.get('/organization?$select=id,displayName,verifiedDomains', quickly(signal)),
    organizationAnswer,
  );
  if (!found.ok) return found;
  const [row] = found.value.value;
  if (!row) throw new Error('the schema lets one element through');
  const domains = row.verifiedDomains;
  return {
    ...found,
    value: {
      tenantId: row.id,
      displayName: row.displayName ?? '',
      primaryDomain: domains.find(({ isDefault }) => isDefault)?.name ?? '',
      initialDomain: domains.find(({ isInitial }) => isInitial)?.name ?? null,
      verifiedDomains: domains.map(({ name }) => name),
    },
  };
}

/**
 * The organization in the form that may be stored; null if it was not read. Every tenant has one primary
 * domain: storing an answer without it would erase the customer's name.
 */
export function described(
  organization: Found<NonNullable<TestResult['organization']>>,
): TestResult['organization'] {
  return organization.ok && organization.value.primaryDomain !== '' ? organization.value : null;
}

/** A test ends early only when no further answer can be of use: wrong tenant, or no tenant within reach. */
export function wrongTenantOf(
  organization: Found<NonNullable<TestResult['organization']>>,
  tenantId: string,
): Problem | null {
  if (!organization.ok)
    return saysOfGrant(organization.problem) === 'outOfReach' ? organization.problem : null;
  const found = organization.value.tenantId;
  return found === tenantId
    ? null
    : newProblem('grant.wrongTenant', { params: { expected: tenantId, found } });
}

/** Both service principals of every grant and both lists of grants, all pages. */
export async function readRecorded(
  graph: Graph,
  { profile: { clientId }, cloud }: Connector,
  lookUp: LookUp,
): Promise<Recorded> {
  const principal = (appId: string, select: string) => (signal: AbortSignal) =>
    graph.get(`/servicePrincipals(appId='${appId}')?$select=${select}`, quickly(signal));
  // What is recorded for another application proves nothing about this one.
  const wanted = clientId.toLowerCase();
  const [found, graphPrincipal] = await Promise.all([
    lookUp(
      principal(clientId, 'id,appId,accountEnabled,isDisabled,appRoleAssignmentRequired'),
      servicePrincipalAnswer.refine(({ appId = wanted }) => appId === wanted),
    ),
    lookUp(principal(graphAppId, 'id,appRoles,oauth2PermissionScopes'), graphPrincipalAnswer),
  ]);
  const servicePrincipal = notInstalledIfAbsent(found);
  if (!servicePrincipal.ok)
    return {
      servicePrincipal,
      graphPrincipal,
      assignments: servicePrincipal,
      grants: servicePrincipal,
    };
  const { id } = servicePrincipal.value;
  const path = `/servicePrincipals/${id}`;
  const [assignments, grants] = await Promise.all([
    lookUp(
      (signal) => graph.all(`${path}/appRoleAssignments`, quickly(signal)),
      appRoleAssignments.refine((rows) => rows.every(({ principalId = id }) => principalId === id)),
    ),
    lookUp(
      (signal) => graph.all(`${path}/oauth2PermissionGrants`, quickly(signal)),
      permissionGrants.refine((rows) => rows.every((row) => row.clientId === id)),
    ),
  ]);
  return inWorldwideIds(cloud, { servicePrincipal, graphPrincipal, assignments, grants });
}

/** The enterprise application does not exist in the tenant (yet). */
function notInstalledIfAbsent<T>(found: Found<T>): Found<T> {
  return !found.ok && saysAbsent(found.problem)
    ? { ...found, problem: recoded(found.problem, 'grant.notInstalled', { retry: 'after' }) }
    : found;
}
