import type { Activity } from '../../kernel/activity/activity.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { TenantRecord, TenantStore } from '../store.ts';
import { tenantName } from '../tenant-name.ts';

/** A customer to add, with the labels known so far. */
export type NewTenant = Pick<
  TenantRecord,
  'tenantId' | 'profileId' | 'addedAs' | 'alias' | 'tags' | 'notes'
> & {
  /** The name that another source has for it, until the first read of the organization. */
  readonly displayName?: string | null;
};

/**
 * Adds customers in one transaction, with an activity line for each.
 *
 * Errors: `import.nothingNew` when there is none; `import.addedMeanwhile` with the name when one of
 * them was already added: then none is added.
 */
export async function addTogether(
  ports: {
    readonly store: Pick<TenantStore, 'addAll'>;
    readonly activity: Pick<Activity, 'line'>;
    readonly changes: ChangePublisher;
    readonly clock: Clock;
  },
  wanted: readonly NewTenant[],
): Promise<readonly TenantRecord[]> {
  if (wanted.length === 0) throw new EvergrantError('import.nothingNew');
  const tenants = wanted.map(
    ({ tenantId, profileId, addedAs, displayName, alias, tags, notes }): TenantRecord => ({
      tenantId,
      profileId,
      alias,
      displayName: displayName ?? null,
      primaryDomain: null,
      initialDomain: null,
      verifiedDomains: [],
      formerDomains: [],
      addedAs,
      addedAt: ports.clock.now(),
      tags,
      notes,
    }),
  );
  const lines = await Promise.all(
    tenants.map(({ tenantId, profileId, addedAs }) =>
      ports.activity.line({
        action: 'tenantAdded',
        result: 'added',
        tenantId,
        profileId,
        params: { addedAs },
      }),
    ),
  );
  const already = await ports.store.addAll(tenants, lines);
  if (already !== null) {
    throw new EvergrantError('import.addedMeanwhile', {
      params: { name: tenantName(already) },
      retry: 'now',
    });
  }
  ports.changes.publish({ topic: 'tenants', tenantId: null });
  ports.changes.publish({ topic: 'activity', tenantId: null });
  return tenants;
}
