import { z } from 'zod';
import type { PracticeCloud } from '../../support/practice-cloud.ts';

const tenantRecord = z.object({
  servicePrincipals: z.array(z.object({ objectId: z.string(), appId: z.string() })),
  appRoleAssignments: z.array(z.object({ principalId: z.string() })),
  permissionGrants: z.array(
    z.object({ clientId: z.string(), consentType: z.string(), scope: z.string() }),
  ),
});

/** The cloud's own record of the connector in a customer's tenant. */
export interface ConnectorRecord {
  readonly isInstalled: boolean;
  /** The number of application permissions. */
  readonly roles: number;
  /** Delegated permissions for the whole tenant, by name, sorted. */
  readonly scopes: readonly string[];
}

/** The object ID of the connector's enterprise application in a customer's tenant; null if there is none. */
export async function objectIdOf(cloud: PracticeCloud, key: string): Promise<string | null> {
  const record = tenantRecord.parse(await cloud.control('GET', `/tenants/${key}`));
  const { clientId } = cloud.manifest.connector;
  return record.servicePrincipals.find(({ appId }) => appId === clientId)?.objectId ?? null;
}

export async function connectorRecord(cloud: PracticeCloud, key: string): Promise<ConnectorRecord> {
  const record = tenantRecord.parse(await cloud.control('GET', `/tenants/${key}`));
  const { clientId } = cloud.manifest.connector;
  const own = record.servicePrincipals.find(({ appId }) => appId === clientId)?.objectId;
  return {
    isInstalled: own !== undefined,
    roles: record.appRoleAssignments.filter(({ principalId }) => principalId === own).length,
    scopes: record.permissionGrants
      .filter((grant) => grant.clientId === own && grant.consentType === 'AllPrincipals')
      .flatMap(({ scope }) => scope.split(' '))
      .toSorted(),
  };
}

/** The record of a tenant that has never accepted. */
export const neverAccepted: ConnectorRecord = { isInstalled: false, roles: 0, scopes: [] };
/** The record after an Accept: exactly the three permissions. */
export const accepted: ConnectorRecord = {
  isInstalled: true,
  roles: 1,
  scopes: ['GroupMember.Read.All', 'User.Read'],
};
