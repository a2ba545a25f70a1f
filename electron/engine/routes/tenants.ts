import type { SyncRun } from '../../contract/sync.ts';
import type { Profiles } from '../connectors/profiles.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Consents } from '../connection/consent/consents.ts';
import type { Grants } from '../connection/grants.ts';
import type { Forgetting } from '../tenants/forgetting.ts';
import type { QuietWatches } from '../connection/consent/quiet/quiet-watches.ts';
import { presentTenant } from '../tenants/tenants.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { whileResetting } from '../reset/open-resets.ts';
import type { OpenResets } from '../reset/open-resets.ts';
import type { Base } from './base.ts';

/** What the customers' pages show of syncs. */
export interface LastSyncs {
  last(tenantId: string): Promise<SyncRun | null>;
  lasts(): Promise<ReadonlyMap<string, SyncRun>>;
}

/** `tenants.*` of the contract. */
export function createTenantsRouter(
  base: Base,
  services: {
    readonly tenants: Tenants;
    readonly forgetting: Forgetting;
    readonly profiles: Profiles;
    readonly grants: Grants;
    readonly consents: Consents;
    readonly watches: QuietWatches;
    readonly syncs: LastSyncs;
    readonly openResets: OpenResets;
  },
) {
  const { tenants, profiles, grants, consents, watches, syncs, openResets } = services;

  /** A connector whose cloud file is gone has nobody signed in; the page is shown all the same. */
  async function accountOf(tenantId: string): Promise<string | null> {
    try {
      return await grants.account(tenantId);
    } catch (error) {
      if (error instanceof EvergrantError) return null;
      throw error;
    }
  }

  return {
    list: base.tenants.list.handler(async () => {
      const [all, statuses, tests, watched, runs, resets] = await Promise.all([
        tenants.list(),
        grants.statuses(),
        grants.lastTests(),
        watches.all(),
        syncs.lasts(),
        openResets.all(),
      ]);
      return all.flatMap((tenant) => {
        const status = statuses.get(tenant.tenantId);
        // Added between two of the questions: the change that announces it asks again.
        if (!status) return [];
        return {
          ...presentTenant(tenant),
          status: whileResetting(status, resets.get(tenant.tenantId) ?? null),
          quietWatch: watched.get(tenant.tenantId) ?? null,
          lastTestAt: tests.get(tenant.tenantId)?.finishedAt ?? null,
          lastSync: runs.get(tenant.tenantId) ?? null,
        };
      });
    }),
    add: base.tenants.add.handler(async ({ input, signal }) => {
      const { tenant, already } = await tenants.add(input, signal);
      return { tenant: presentTenant(tenant), already };
    }),
    forgetting: base.tenants.forgetting.handler(async ({ input: { tenantId } }) => ({
      staysSignedIn: [...(await services.forgetting.staying(tenantId))],
      damagedCopies: [...(await services.forgetting.damagedCopies())],
    })),
    forget: base.tenants.forget.handler(async ({ input: { tenantId } }) => {
      const damagedCopies = await services.forgetting.forget(tenantId);
      return { forgotten: true as const, damagedCopies: [...damagedCopies] };
    }),
    edit: base.tenants.edit.handler(async ({ input }) => presentTenant(await tenants.edit(input))),
    get: base.tenants.get.handler(async ({ input: { tenantId } }) => {
      const tenant = await tenants.get(tenantId);
      const [profile, status, reset, lastTest, attempt, quietWatch, account, lastSync] =
        await Promise.all([
          profiles.get(tenant.profileId),
          grants.status(tenantId),
          openResets.of(tenantId),
          grants.lastTest(tenantId),
          consents.last(tenantId),
          watches.of(tenantId),
          accountOf(tenantId),
          syncs.last(tenantId),
        ]);
      return {
        tenant: presentTenant(tenant),
        profile,
        status: whileResetting(status, reset),
        lastTest,
        attempt,
        quietWatch,
        account,
        lastSync,
      };
    }),
  };
}
