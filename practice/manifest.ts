import { join } from 'node:path';
import { writePrivately } from './certificates/files.ts';
import type { StateKeys } from './certificates/state-keys.ts';
import { portalRights } from './portal/portal-rights.ts';
import { primaryDomain } from './world/find.ts';
import type { World } from './world/types.ts';

/** The manifest, as described in README.md under "The manifest". */
export type Manifest = Readonly<Record<string, unknown>>;

/** The addresses of a running cloud, and the credentials for them. */
interface StartedCloud {
  readonly authorityBaseUrl: string;
  readonly browserBaseUrl: string;
  readonly control: { readonly url: string; readonly token: string };
  readonly keys: Pick<StateKeys, 'caFile' | 'connector'>;
}

/** Writes `cloud.json` and `practice.json` into the state folder; returns the content of the second. */
export async function writeManifest(
  folder: string,
  world: World,
  { authorityBaseUrl, browserBaseUrl, control, keys }: StartedCloud,
): Promise<Manifest> {
  const cloudFile = join(folder, 'cloud.json');
  const cloudContent = {
    name: 'Practice',
    authorityBaseUrl,
    graphBaseUrl: authorityBaseUrl,
    portalBaseUrl: browserBaseUrl,
    browserBaseUrl,
    caFile: keys.caFile,
  };
  await writePrivately(cloudFile, `${JSON.stringify(cloudContent, null, 2)}\n`);
  const [connector] = world.registrations;
  const manifest = {
    cloudFile,
    control,
    connector: {
      name: connector?.displayName,
      clientId: connector?.clientId,
      ...keys.connector,
    },
    tenants: [...world.tenants.values()].map((tenant) => ({
      key: tenant.key,
      tenantId: tenant.tenantId,
      displayName: tenant.displayName,
      primaryDomain: primaryDomain(tenant),
      accounts: tenant.accounts.map(({ userPrincipalName, displayName, role }) => ({
        userPrincipalName,
        displayName,
        role,
        mayRegisterApplications: portalRights(role).manageApplications,
      })),
    })),
  };
  await writePrivately(join(folder, 'practice.json'), `${JSON.stringify(manifest)}\n`);
  return manifest;
}
