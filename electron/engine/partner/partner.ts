import type { z } from 'zod';
import type {
  newPartnerSignIn,
  partnerChoice,
  PartnerList,
  PartnerSignIn,
} from '../../contract/partner.ts';
import { onlyProfile } from '../connectors/only-profile.ts';
import type { ProfileRecord } from '../connectors/store.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { GraphFactory } from '../graph/graph.ts';
import type { Connector, Identity } from '../identity/identity.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { ChangePublisher } from '../kernel/changes.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import { addTogether } from '../tenants/import/add-together.ts';
import type { TenantRecord, TenantStore } from '../tenants/store.ts';
import { chosenOf, readPartnerList } from './partner-list.ts';
import { partnerPermissions } from './partner-permissions.ts';
import { createPartnerSignIns } from './partner-sign-in.ts';
import type { ReadyPartner } from './partner-sign-in.ts';
import type { PartnerStore } from './store.ts';

/**
 * The partner's own list of customers. Evergrant reads it with a separate registration that is
 * consented only in the partner's tenant, so the connector needs only its three permissions
 * everywhere.
 */
export interface Partner {
  /** Null before it is set up. Errors: `cloud.*`. */
  get(): Promise<PartnerSignIn | null>;
  /**
   * Stores the registration; deletes an earlier one with its tokens.
   * Errors: `partner.isConnector`, `profile.unknown`, `tenant.*`, `network.*`, `cloud.*`.
   */
  setUp(asked: z.output<typeof newPartnerSignIn>): Promise<PartnerSignIn>;
  remove(): Promise<void>;
  /**
   * Signs in, in the system browser. Errors: `partner.none`, `partner.signInRuns`, `partner.mayWrite`
   * (the tokens are deleted), `partner.permissionMissing`, `identity.*`, `aadsts.*`.
   */
  signIn(signal?: AbortSignal): Promise<{ readonly account: string }>;
  cancelSignIn(): boolean;
  /**
   * Reads the partner's customers. Errors: `partner.none`, `partner.nobodySignedIn`, `graph.*`,
   * `network.*`.
   */
  customers(signal?: AbortSignal): Promise<PartnerList>;
  /**
   * Adds chosen customers of a list that was read before, all or none.
   * Errors: `partner.listGone`, `profile.none`, `profile.choose`, `profile.unknown`,
   * `import.addedMeanwhile`.
   */
  add(choice: z.output<typeof partnerChoice>): Promise<readonly TenantRecord[]>;
}

interface PartnerPorts {
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
}

/** Makes the partner's service. */
export function createPartner(ports: PartnerPorts): Partner {
  const { store, identity, profiles } = ports;
  let list: PartnerList | null = null;

  /** Announces the change for other windows, and records it. */
  async function announce(
    action: 'partnerSetUp' | 'partnerRemoved' | 'partnerSignedIn',
    result: string,
    account: string | null = null,
  ): Promise<void> {
    await ports.activity.record({ action, result, account });
    ports.changes.publish({ topic: 'partner', tenantId: null });
  }
  const signIns = createPartnerSignIns(identity, (account) =>
    announce('partnerSignedIn', 'signedIn', account),
  );

  return {
    get: () => present(ports),
    setUp: async ({ clientId, domainOrId, profileId }) => {
      const same = (await profiles.list()).find((profile) => profile.clientId === clientId);
      if (same) throw new EvergrantError('partner.isConnector', { params: { name: same.name } });
      const { cloud, profile } = await profiles.connector(profileId);
      const { tenantId } = await identity.discover(cloud, domainOrId);
      await store.set(registrationOf(ports, clientId, profile.cloud), tenantId);
      list = null;
      await announce('partnerSetUp', 'added');
      const now = await present(ports);
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
    signIn: async (signal) => ({ account: await signIns.signIn(await ready(ports), signal) }),
    cancelSignIn: () => signIns.cancel(),
    customers: async (signal) => {
      list = await readPartnerList(ports, await ready(ports), signal);
      return list;
    },
    add: async (choice) => {
      const shown = list;
      const profileId = chosenProfile(await profiles.list(), choice.profileId);
      const wanted = chosenOf(shown, choice, profileId);
      const added = await addTogether({ ...ports, store: ports.tenants }, wanted);
      list = null;
      return added;
    },
  };
}

/** The registration, ready for use. Errors: `partner.none`, `cloud.*`. */
async function ready({
  store,
  profiles,
}: Pick<PartnerPorts, 'store' | 'profiles'>): Promise<ReadyPartner> {
  const record = await store.get();
  if (record === null) throw new EvergrantError('partner.none', { retry: 'now' });
  return { ...record, connector: await profiles.connector(record.profileId) };
}

/** The registration as it crosses the contract; null before it is set up. */
async function present({
  store,
  profiles,
  identity,
}: Pick<PartnerPorts, 'store' | 'profiles' | 'identity'>): Promise<PartnerSignIn | null> {
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

/** The profile of a new registration. */
function registrationOf(
  { clock, random }: Pick<PartnerPorts, 'clock' | 'random'>,
  clientId: string,
  cloud: ProfileRecord['cloud'],
): ProfileRecord {
  return {
    id: random.guid(),
    name: 'partner',
    clientId,
    cloud,
    owner: 'ours',
    requiredPermissions: partnerPermissions,
    landingPage: null,
    backend: null,
    createdAt: clock.now(),
  };
}

/** The connector of the new customers. Errors: `profile.unknown`, `profile.none`, `profile.choose`. */
function chosenProfile(
  all: readonly { readonly id: string }[],
  profileId: string | undefined,
): string {
  if (profileId === undefined) return onlyProfile(all);
  if (all.some(({ id }) => id === profileId)) return profileId;
  throw new EvergrantError('profile.unknown', { params: { profileId } });
}
