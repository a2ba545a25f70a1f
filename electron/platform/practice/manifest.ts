import { z } from 'zod';
import { tenantId } from '../../contract/ids.ts';

/** The line that the practice cloud prints when it is ready (practice/README.md). */
export const practiceManifest = z.object({
  cloudFile: z.string(),
  control: z.object({ url: z.string(), token: z.string() }),
  connector: z.object({
    name: z.string(),
    clientId: z.string(),
    certificateFile: z.string(),
  }),
  tenants: z.array(
    z.object({
      key: z.string(),
      tenantId,
      displayName: z.string(),
      primaryDomain: z.string(),
      accounts: z.array(z.object({ userPrincipalName: z.string(), role: z.string() })),
    }),
  ),
});
export type PracticeManifest = z.infer<typeof practiceManifest>;

/** The customer that is not added yet, and who may consent there. */
export interface PracticeNewcomer {
  readonly domain: string;
  readonly administrator: string;
}

/** The technician's own tenant in Practice, for rehearsing a registration. */
export interface PracticeHome extends PracticeNewcomer {
  readonly cloudFile: string;
}

/** The customer of Practice whose primary domain changed, for rehearsing the reset. */
export interface PracticeReset extends PracticeNewcomer {
  readonly tenantId: string;
  /** The client ID of the connector that was granted there. */
  readonly clientId: string;
}

/** The key of the customer whose primary domain changed, and which has refused the connector since. */
export const changedCustomer = 'domainRefused';

/** The customer with which the reset is rehearsed. */
export function practiceReset(manifest: PracticeManifest): PracticeReset | null {
  const found = administered(manifest, changedCustomer);
  const tenant = manifest.tenants.find(({ key }) => key === changedCustomer);
  const { clientId } = manifest.connector;
  return found && tenant ? { ...found, tenantId: tenant.tenantId, clientId } : null;
}

/** The partner's tenant of the practice cloud. */
export function practiceHome(manifest: PracticeManifest): PracticeHome | null {
  const found = administered(manifest, 'partner');
  return found && { ...found, cloudFile: manifest.cloudFile };
}

/** Practice leaves one customer for the technician to add: the one without the connector. */
export function newcomer(manifest: PracticeManifest): PracticeNewcomer | null {
  return administered(manifest, 'neverGranted');
}

function administered(manifest: PracticeManifest, wanted: string): PracticeNewcomer | null {
  const tenant = manifest.tenants.find(({ key }) => key === wanted);
  const administrator = tenant?.accounts.find(({ role }) => role === 'globalAdministrator');
  return tenant && administrator
    ? { domain: tenant.primaryDomain, administrator: administrator.userPrincipalName }
    : null;
}
