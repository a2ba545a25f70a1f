import type { z } from 'zod';
import type {
  newPartnerSignIn,
  partnerChoice,
  PartnerList,
  PartnerSignIn,
} from '../../contract/partner.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { GraphFactory } from '../graph/graph.ts';
import type { Connector, Identity } from '../identity/identity.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import { addTogether } from '../tenants/import/add-together.ts';
import type { TenantRecord, TenantStore } from '../tenants/store.ts';
import { tenantName } from '../tenants/tenant-name.ts';
import { mayWriteScopes, missingScopes, partnerPermissions } from './partner-permissions.ts';
import { readPartnerLists } from './read-partner-lists.ts';
import type { PartnerRecord, PartnerStore } from './store.ts';

/**
 * The partner's own list of customers. Read with a registration of its own, consented in the partner's
 * tenant alone: the connector stays at its three permissions everywhere.
 */
export interface Partner {
  /** Null before it is set up. Errors: `cloud.*`. */
  get(): Promise<PartnerSignIn | null>;
  /**
   * Keeps the registration; an earlier one is forgotten with its tokens.
   * Errors: `partner.isConnector`, `profile.unknown`, `tenant.*`, `network.*`, `cloud.*`.
   */
  setUp(asked: z.output<typeof newPartnerSignIn>): Promise<PartnerSignIn>;
  remove(): Promise<void>;
  /**
   * Signs in, in the system browser. Errors: `partner.none`, `partner.signInRuns`, `partner.mayWrite`
   * (then its tokens are dropped), `partner.permissionMissing`, `identity.*`, `aadsts.*`.
   */
  signIn(signal?: AbortSignal): Promise<{ readonly account: string }>;
  cancelSignIn(): boolean;
  /** Reads who the partner looks after. Errors: `partner.none`, `partner.nobodySignedIn`, `graph.*`, `network.*`. */
  customers(signal?: AbortSignal): Promise<PartnerList>;
  /**
   * Adds chosen customers of a list that was read, all or none.
   * Errors: `partner.listGone`, `profile.none`, `profile.choose`, `profile.unknown`, `import.addedMeanwhile`.
   */
  add(choice: z.output<typeof partnerChoice>): Promise<readonly TenantRecord[]>;
}

/** Makes the partner's service. */
export function createPartner(ports: {
  readonly store: PartnerStore;
  readonly tenants: Pick<TenantStore, 'list' | 'addAll'>;
  readonly profiles: {
    readonly list: () => Promise<
      readonly { readonly id: string; readonly clientId: string; readonly name: string }[]
    >;
    readonly connector: (profileId: string) => Promise<Connector>;
  };
  readonly identity: Pick<
    Identity,
    'discover' | 'signIn' | 'delegatedToken' | 'account' | 'forget'
  >;
  readonly graphs: Pick<GraphFactory, 'withToken'>;
  readonly activity: Pick<Activity, 'line' | 'record'>;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}): Partner {
  const { store, identity, profiles } = ports;
  let list: PartnerList | null = null;
  let signingIn: AbortController | null = null;

  async function known(): Promise<PartnerRecord & { readonly connector: Connector }> {
    const record = await store.get();
    if (record === null) throw new EvergrantError('partner.none', { retry: 'now' });
    return { ...record, connector: await profiles.connector(record.profileId) };
  }

  async function get(): Promise<PartnerSignIn | null> {
    const record = await store.get();
    if (record === null) return null;
    const connector = await profiles.connector(record.profileId);
    return {
      clientId: connector.profile.clientId,
      tenantId: record.tenantId,
      cloudLabel: connector.cloud.label,
      account: await identity.account(connector, record.tenantId),
    };
  }

  async function profileFor(profileId: string | undefined): Promise<string> {
    const all = await profiles.list();
    if (profileId !== undefined) {
      if (all.some(({ id }) => id === profileId)) return profileId;
      throw new EvergrantError('profile.unknown', { params: { profileId } });
    }
    const [first, second] = all;
    if (!first) throw new EvergrantError('profile.none');
    if (second) throw new EvergrantError('profile.choose');
    return first.id;
  }

  /** Another window shows the same page, and the record says what was done. */
  async function announce(
    action: 'partnerSetUp' | 'partnerRemoved' | 'partnerSignedIn',
    result: string,
    account: string | null = null,
  ): Promise<void> {
    await ports.activity.record({ action, result, account });
    ports.changes.publish({ topic: 'partner', tenantId: null });
  }

  return {
    get,
    setUp: async ({ clientId, domainOrId, profileId }) => {
      const same = (await profiles.list()).find((profile) => profile.clientId === clientId);
      if (same) throw new EvergrantError('partner.isConnector', { params: { name: same.name } });
      const { cloud, profile } = await profiles.connector(profileId);
      const { tenantId } = await identity.discover(cloud, domainOrId);
      await store.set(
        {
          id: ports.random.guid(),
          name: 'partner',
          clientId,
          cloud: profile.cloud,
          owner: 'ours',
          requiredPermissions: partnerPermissions,
          landingPage: null,
          backend: null,
          createdAt: ports.clock.now(),
        },
        tenantId,
      );
      list = null;
      await announce('partnerSetUp', 'added');
      const now = await get();
      if (now === null) throw new Error('what was kept is there');
      return now;
    },
    remove: async () => {
      const record = await store.get();
      if (record === null) return;
      await identity.forget(record.profileId, record.tenantId);
      await store.remove();
      list = null;
      await announce('partnerRemoved', 'removed');
    },
    signIn: async (signal) => {
      const { connector, profileId, tenantId } = await known();
      if (signingIn !== null) throw new EvergrantError('partner.signInRuns', { retry: 'after' });
      const own = new AbortController();
      signingIn = own;
      try {
        const both = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
        const token = await identity.signIn(connector, tenantId, both);
        const writing = mayWriteScopes(token.scopes);
        if (writing.length > 0) {
          await identity.forget(profileId, tenantId);
          const permissions = writing.join(', ');
          throw new EvergrantError('partner.mayWrite', { params: { permissions } });
        }
        const missing = missingScopes(token.scopes);
        if (missing.length > 0) {
          const permissions = missing.join(', ');
          throw new EvergrantError('partner.permissionMissing', {
            params: { permissions },
            retry: 'after',
          });
        }
        const account = token.account ?? '';
        await announce('partnerSignedIn', 'signedIn', account);
        return { account };
      } finally {
        signingIn = null;
      }
    },
    cancelSignIn: () => {
      signingIn?.abort(new CancelledError());
      return signingIn !== null;
    },
    customers: async (signal) => {
      const { connector, tenantId } = await known();
      const options = { fresh: false, ...(signal && { signal }) };
      const token = await identity.delegatedToken(connector, tenantId, options);
      if (token === null) throw new EvergrantError('partner.nobodySignedIn', { retry: 'now' });
      const lists = await readPartnerLists(ports.graphs.withToken(connector, token.token), signal);
      const here = new Map(
        (await ports.tenants.list()).map((tenant) => [tenant.tenantId, tenantName(tenant)]),
      );
      list = {
        id: ports.random.guid(),
        readAt: new Date(ports.clock.now()).toISOString(),
        customers: lists.customers.map((customer) => ({
          ...customer,
          here: here.get(customer.tenantId) ?? null,
        })),
        unread: lists.unread,
      };
      return list;
    },
    add: async ({ listId, tenantIds, profileId }) => {
      const listed = new Map(
        (list?.id === listId ? list.customers : []).map((one) => [one.tenantId, one]),
      );
      const chosen = [...new Set(tenantIds)].map((tenantId) => listed.get(tenantId));
      const profile = await profileFor(profileId);
      const wanted = chosen.map((customer) => {
        if (customer === undefined) throw new EvergrantError('partner.listGone', { retry: 'now' });
        const { tenantId, listedName } = customer;
        const words = { alias: null, tags: [], notes: null };
        return {
          tenantId,
          profileId: profile,
          addedAs: tenantId,
          displayName: listedName,
          ...words,
        };
      });
      const added = await addTogether({ ...ports, store: ports.tenants }, wanted);
      list = null;
      return added;
    },
  };
}
