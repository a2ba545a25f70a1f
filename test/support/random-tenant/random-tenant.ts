import { grant, newTenant } from '../../../practice/customers/new-tenant.ts';
import { createRandom } from '../../../practice/world/random.ts';
import type { PracticeTenant } from '../../../practice/world/types.ts';
import type { PracticeGraph } from '../practice-graph.ts';
import { changeApplier } from './apply-change.ts';
import type { TenantChange } from './tenant-changes.ts';

/** A tenant of the practice cloud to which a test applies changes. */
export interface RandomTenant {
  readonly tenant: PracticeTenant;
  /** Applies changes and skips those that do not fit this directory. */
  change(changes: readonly TenantChange[]): void;
  /** Removes the tenant from the cloud. */
  remove(): void;
}

/** Adds a tenant without groups to the cloud, with the connector granted. `label` determines its ids. */
export function addRandomTenant(practice: PracticeGraph, label: string): RandomTenant {
  const random = createRandom(label);
  const at = practice.clock.now();
  const tenant = newTenant(random, {
    key: label,
    displayName: label,
    stem: 'random',
    countryLetterCode: 'NO',
    now: at,
  });
  const [connector] = practice.world.registrations;
  if (connector === undefined) throw new Error('The practice cloud has no connector.');
  grant(random, tenant, connector, at - 1_000_000);
  practice.world.tenants.set(tenant.tenantId, tenant);
  const apply = changeApplier(tenant.directory, random, at);
  return {
    tenant,
    change(changes) {
      for (const change of changes) apply(change);
    },
    remove() {
      practice.world.tenants.delete(tenant.tenantId);
    },
  };
}
