import type { Activity } from '../kernel/activity/activity.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Log } from '../kernel/ports.ts';
import type { LeaseKind } from '../kernel/leases/store.ts';
import type { Leases } from '../kernel/leases/leases.ts';
import type { TenantRecord, TenantStore } from './store.ts';

/** Forgets a customer: deletes all of the customer's data in Evergrant, except one activity line. */
export interface Forgetting {
  /**
   * Accounts that reach this tenant and stay signed in, because they serve other customers too.
   * Errors: `tenant.unknown`.
   */
  staying(tenantId: string): Promise<readonly string[]>;
  /**
   * Stored files of damaged synced data. Forgetting deletes them, because a single customer cannot be
   * removed from them.
   */
  damagedCopies(): Promise<readonly string[]>;
  /**
   * Stops this process's work on the tenant, then deletes its tokens, directory, tests, marks, notes
   * and activity, and every copy of damaged synced data. A line with tenant ID, time and account
   * remains. The tenant itself is not changed. Returns the names of the deleted copies.
   *
   * Errors: `tenant.unknown`; `lease.held` while a test or a reset's check runs, or another process
   * works on the tenant: then nothing is deleted; `store.folderUnusable` when a copy cannot be
   * deleted: then the customer is still in Evergrant and can be forgotten again.
   */
  forget(tenantId: string): Promise<readonly string[]>;
}

/** No other work can run on a tenant while it is being forgotten. */
const allWork: readonly LeaseKind[] = ['consent', 'reset', 'sync', 'test'];

/** The tokens that reach a customer. */
export interface TenantTokens {
  /** The account that is signed in to the tenant; null: none. Errors: `profile.unknown`, `cloud.*`. */
  account(tenant: TenantRecord): Promise<string | null>;
  /** Accounts that would stay signed in if the customer's tokens were deleted. */
  staying(profileId: string, tenantId: string): Promise<readonly string[]>;
  forget(profileId: string, tenantId: string): Promise<void>;
}

/** Makes the service. The other services are given as calls. */
export function createForgetting(ports: {
  readonly store: Pick<TenantStore, 'get' | 'forget'>;
  /** Stops this process's own work on a tenant. */
  readonly stop: (tenantId: string) => Promise<void>;
  readonly leases: Leases;
  readonly tokens: TenantTokens;
  readonly directory: {
    readonly forget: (tenantId: string) => Promise<void>;
    readonly damagedCopies: () => Promise<readonly string[]>;
    readonly dropDamagedCopies: () => Promise<readonly string[]>;
  };
  readonly activity: Pick<Activity, 'line'>;
  readonly changes: ChangePublisher;
  readonly log: Log;
}): Forgetting {
  async function find(tenantId: string): Promise<TenantRecord> {
    const tenant = await ports.store.get(tenantId);
    if (tenant === null) throw new EvergrantError('tenant.unknown', { params: { tenantId } });
    return tenant;
  }

  /**
   * A connector whose cloud file is missing has no signed-in account; its customers can still be
   * forgotten.
   */
  async function accountOf(tenant: TenantRecord): Promise<string | null> {
    try {
      return await ports.tokens.account(tenant);
    } catch (error) {
      if (error instanceof EvergrantError) return null;
      throw error;
    }
  }

  async function drop(tenant: TenantRecord): Promise<readonly string[]> {
    const { tenantId, profileId } = tenant;
    const account = await accountOf(tenant);
    await ports.tokens.forget(profileId, tenantId);
    await ports.directory.forget(tenantId);
    const copies = await ports.directory.dropDamagedCopies();
    const deed = { action: 'tenantForgotten', result: 'forgotten', tenantId, account } as const;
    await ports.store.forget(tenantId, await ports.activity.line({ ...deed, ticket: null }));
    return copies;
  }

  return {
    staying: async (tenantId) =>
      await ports.tokens.staying((await find(tenantId)).profileId, tenantId),
    damagedCopies: () => ports.directory.damagedCopies(),
    forget: async (tenantId) => {
      const tenant = await find(tenantId);
      await ports.stop(tenantId);
      const work = allWork.reduceRight<() => Promise<readonly string[]>>(
        (inner, kind) => () => ports.leases.hold({ tenantId, kind }, inner),
        () => drop(tenant),
      );
      const copies = await work();
      ports.log.info('tenant.forgotten', { tenantId, damagedCopies: copies.length });
      for (const topic of ['tenants', 'directory', 'activity'] as const) {
        ports.changes.publish({ topic, tenantId: topic === 'directory' ? tenantId : null });
      }
      return copies;
    },
  };
}
