import type { TenantStore } from '../../tenants/store.ts';
import type { GrantStore } from '../store.ts';

/** Tenant IDs of a connector's customers: first those where it was proven, newest proof first. */
export async function likelyGranted(
  stores: {
    readonly tenants: Pick<TenantStore, 'ofProfile'>;
    readonly grants: Pick<GrantStore, 'allTests'>;
  },
  profileId: string,
): Promise<readonly string[]> {
  const [customers, tests] = await Promise.all([
    stores.tenants.ofProfile(profileId),
    stores.grants.allTests(),
  ]);
  const provenAt = (tenantId: string): string => tests.get(tenantId)?.lastGood?.finishedAt ?? '';
  return customers
    .map(({ tenantId }) => tenantId)
    .sort((one, other) => provenAt(other).localeCompare(provenAt(one)));
}
