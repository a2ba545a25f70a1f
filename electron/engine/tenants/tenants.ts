import { isDeepStrictEqual } from 'node:util';
import type { Tenant, TenantEdit } from '../../contract/tenant.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { Tickets } from '../kernel/activity/tickets.ts';
import type { Cloud } from '../clouds/cloud.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import { given } from '../kernel/given.ts';
import type { Clock } from '../kernel/ports.ts';
import { onlyProfile } from '../connectors/only-profile.ts';
import { otherDomains } from './other-domains.ts';
import { tidyTags } from './tidy-tags.ts';
import type { TenantLabels, TenantRecord, TenantStore } from './store.ts';

/** Customers' tenants. */
export interface Tenants {
  list(): Promise<TenantRecord[]>;
  /** Errors: `tenant.unknown`. */
  get(tenantId: string): Promise<TenantRecord>;
  /**
   * Resolves a domain or tenant ID without sign-in and stores the tenant; `already` when it was
   * stored before. Without a profile, uses the only one. Errors: `tenant.notFound`,
   * `tenant.badDomain`, `profile.none`, `profile.choose`, `profile.unknown`, `network.*`.
   */
  add(
    asked: {
      readonly domainOrId: string;
      readonly profileId?: string | undefined;
      readonly alias?: string | undefined;
    },
    signal?: AbortSignal,
  ): Promise<{ readonly tenant: TenantRecord; readonly already: boolean }>;
  /** Changes the technician's own texts; an empty one removes it. Errors: `tenant.unknown`. */
  edit(change: TenantEdit): Promise<TenantRecord>;
  /**
   * Stores the labels that `GET /organization` returned, records a changed primary domain, and
   * announces only real changes. Returns the new record, null when the tenant is not stored.
   */
  relabel(tenantId: string, labels: TenantLabels): Promise<TenantRecord | null>;
  countOfProfile(profileId: string): Promise<number>;
  /** Stores or clears the ticket number for a customer. Errors: `tenant.unknown`. */
  setTicket(tenantId: string, ticket: string | null): Promise<void>;
}

/** Makes the service. `discover` uses OpenID discovery. */
export function createTenants(ports: {
  readonly store: TenantStore;
  readonly discover: (
    cloud: Cloud,
    domainOrId: string,
    signal?: AbortSignal,
  ) => Promise<{ readonly tenantId: string; readonly name: string }>;
  readonly profiles: {
    readonly list: () => Promise<readonly { readonly id: string }[]>;
    readonly connector: (profileId: string) => Promise<{ readonly cloud: Cloud }>;
  };
  readonly tickets: Pick<Tickets, 'set'>;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
}): Tenants {
  const { store } = ports;

  async function get(tenantId: string): Promise<TenantRecord> {
    const tenant = await store.get(tenantId);
    if (tenant === null) throw new EvergrantError('tenant.unknown', { params: { tenantId } });
    return tenant;
  }

  return {
    list: () => store.list(),
    get,
    add: async ({ domainOrId, profileId, alias }, signal) => {
      const profile = profileId ?? onlyProfile(await ports.profiles.list());
      const { cloud } = await ports.profiles.connector(profile);
      const { tenantId, name } = await ports.discover(cloud, domainOrId, signal);
      const added = await store.add({
        tenantId,
        profileId: profile,
        alias: alias === undefined || alias === '' ? null : alias,
        displayName: null,
        primaryDomain: null,
        initialDomain: null,
        verifiedDomains: [],
        formerDomains: [],
        addedAs: name,
        addedAt: ports.clock.now(),
        tags: [],
        notes: null,
      });
      if (!added.already) {
        await ports.activity.record({
          action: 'tenantAdded',
          result: 'added',
          tenantId,
          profileId: profile,
          params: { addedAs: name },
        });
        ports.changes.publish({ topic: 'tenants', tenantId });
      }
      return added;
    },
    edit: async ({ tenantId, alias, tags, notes }) => {
      const tenant = await store.edit(
        tenantId,
        given({
          alias: alias === '' ? null : alias,
          tags: tags && tidyTags(tags),
          notes: notes === '' ? null : notes,
        }),
      );
      if (tenant === null) throw new EvergrantError('tenant.unknown', { params: { tenantId } });
      await ports.activity.record({
        action: 'tenantEdited',
        result: 'edited',
        tenantId,
        profileId: tenant.profileId,
      });
      ports.changes.publish({ topic: 'tenants', tenantId });
      return tenant;
    },
    relabel: async (tenantId, labels) => {
      const kept = await store.relabel(tenantId, labels);
      if (kept === null) return null;
      const { before, after } = kept;
      await recordDomains(ports.activity, before, labels);
      if (!isDeepStrictEqual(before, after)) ports.changes.publish({ topic: 'tenants', tenantId });
      return after;
    },
    countOfProfile: async (profileId) => (await store.ofProfile(profileId)).length,
    setTicket: async (tenantId, ticket) => {
      await get(tenantId);
      await ports.tickets.set(tenantId, ticket);
    },
  };
}

/** Records changed domains: the primary one, and the others. */
async function recordDomains(
  activity: Activity,
  before: TenantRecord,
  labels: TenantLabels,
): Promise<void> {
  const { tenantId, profileId, primaryDomain: from } = before;
  const to = labels.primaryDomain;
  const noticed = { result: 'noticed', tenantId, profileId } as const;
  if (from !== null && to !== null && from !== to) {
    await activity.record({ ...noticed, action: 'primaryDomainChanged', params: { from, to } });
  }
  const others = otherDomains(before, labels);
  if (others !== null) {
    await activity.record({ ...noticed, action: 'domainsChanged', params: others });
  }
}

/** A tenant as it crosses the contract. */
export function presentTenant(tenant: TenantRecord): Tenant {
  return {
    ...tenant,
    verifiedDomains: [...tenant.verifiedDomains],
    formerDomains: [...tenant.formerDomains],
    tags: [...tenant.tags],
    addedAt: new Date(tenant.addedAt).toISOString(),
  };
}
