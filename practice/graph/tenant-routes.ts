import { createHash } from 'node:crypto';
import { findTenant } from '../world/find.ts';
import type { Domain } from '../world/types.ts';
import { answerCollection } from './collection.ts';
import { rowsSource } from './source.ts';
import { answerEntity } from './directory-routes.ts';
import { directoryRoles } from './directory-roles.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { notFound } from './graph-error.ts';
import { isAllowed, rights } from './rights.ts';
import { organizationType, tenantInformationType } from './tenant-types.ts';
import type { CustomerRow } from './tenant-types.ts';

/** Current relationships started after the earlier ones had ended. */
const twoYears = 730 * 24 * 60 * 60 * 1000;

const basicOrganization = new Set(['id', 'displayName', 'verifiedDomains']);

/** With only User.Read, Graph returns just the ID, name and verified domains. */
const limitedOrganizationType = {
  ...organizationType,
  columns: new Map(
    [...organizationType.columns].map(([name, column]) => [
      name,
      basicOrganization.has(name) ? column : () => null,
    ]),
  ),
};

/** A collection of one: the caller's tenant. */
export function answerOrganization(call: GraphCall): GraphAnswer {
  const { organization } = rights;
  const whole = isAllowed(
    call.caller,
    { ...organization, delegated: organization.application },
    false,
  );
  const type = whole ? organizationType : limitedOrganizationType;
  return answerCollection(call, rowsSource(type, [call.tenant]));
}

/** Verified and unverified domains. */
export function domainRows(call: GraphCall): readonly Domain[] {
  return call.tenant.domains;
}

/** The customers this tenant manages; empty if it is not a partner. */
export function customerRows(call: GraphCall): CustomerRow[] {
  const rows = new Map<string, CustomerRow>();
  for (const { tenantId, role } of call.tenant.accounts.flatMap((one) => one.partnerAccess ?? [])) {
    const tenant = call.world.tenants.get(tenantId);
    if (tenant === undefined || role === 'none' || rows.has(tenantId)) continue;
    rows.set(tenantId, {
      id: pairId(call.tenant.tenantId, tenantId),
      tenant,
      roleTemplateId: directoryRoles[role].roleTemplateId,
      since: tenant.createdAt + twoYears,
    });
  }
  return [...rows.values()];
}

/** Another tenant's name and current default domain. */
export function answerTenantInformation(call: GraphCall): GraphAnswer {
  const [, asked = ''] = /^\w+='([^']*)'$/.exec(call.keys[0] ?? '') ?? [];
  const tenant = findTenant(call.world, asked);
  if (tenant === undefined) throw notFound(asked);
  return answerEntity(call, tenantInformationType, tenant);
}

function pairId(partnerId: string, customerId: string): string {
  const hex = createHash('sha256').update(`${partnerId}/${customerId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
