import type { Connection, TestedConnection } from '../../contract/contract.ts';
import type { GrantStatus, OpenReset } from '../../contract/grant.ts';
import type { QuietWatch } from '../../contract/quiet-watch.ts';
import type { SyncRun } from '../../contract/sync.ts';
import type { TenantRow } from '../../contract/tenant.ts';
import type { KeptProfile, Profiles } from '../connectors/profiles.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Identity } from '../identity/identity.ts';
import type { Clock } from '../kernel/ports.ts';
import { presentTenant } from '../tenants/tenants.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { factsOf, statusNow } from './status/evidence.ts';
import type { Known } from './status/evidence.ts';
import type { Consents } from './consent/consents.ts';
import type { Grants } from './grants.ts';

/** The customers, with everything that screens show of their connections. */
export interface Connections {
  /** Every customer, as a row of the list. */
  list(): Promise<TenantRow[]>;
  /** Errors: `tenant.unknown`. */
  of(tenantId: string): Promise<Connection>;
  /**
   * Tests the grant now and returns what a screen then shows, including the test. May end a pending consent.
   * Errors: as `Grants.test`.
   */
  test(tenantId: string, signal?: AbortSignal): Promise<TestedConnection>;
}

/** What screens show of a connection and only rooms know that are composed after this one. */
export interface LaterRooms {
  readonly syncs: {
    last(tenantId: string): Promise<SyncRun | null>;
    lasts(): Promise<ReadonlyMap<string, SyncRun>>;
  };
  readonly openResets: {
    of(tenantId: string): Promise<OpenReset | null>;
    all(): Promise<ReadonlyMap<string, OpenReset>>;
  };
}

export interface ConnectionsPorts {
  readonly tenants: Pick<Tenants, 'get' | 'list'>;
  readonly profiles: Pick<Profiles, 'kept' | 'ready' | 'present'>;
  readonly grants: Pick<Grants, 'known' | 'knownOfAll'>;
  readonly consents: Pick<Consents, 'checkNow'>;
  readonly identity: Pick<Identity, 'account'>;
  readonly watches: {
    of(tenantId: string): Promise<QuietWatch | null>;
    all(): Promise<ReadonlyMap<string, QuietWatch>>;
  };
  readonly later: () => LaterRooms;
  readonly clock: Clock;
}

/** Combines what the rooms know into what screens show. */
export function createConnections(ports: ConnectionsPorts): Connections {
  const { tenants, profiles, grants, clock, later } = ports;

  /** Null for a connector whose cloud file is gone: the page is shown without an account. */
  async function accountOf(kept: KeptProfile, tenantId: string): Promise<string | null> {
    try {
      return await ports.identity.account(await profiles.ready(kept), tenantId);
    } catch (error) {
      if (error instanceof EvergrantError) return null;
      throw error;
    }
  }

  async function present(kept: KeptProfile, known: Known): Promise<Connection> {
    const { tenant, evidence } = known;
    const { tenantId } = tenant;
    const [profile, reset, quietWatch, account, lastSync] = await Promise.all([
      profiles.present(kept),
      later().openResets.of(tenantId),
      ports.watches.of(tenantId),
      accountOf(kept, tenantId),
      later().syncs.last(tenantId),
    ]);
    return {
      tenant: presentTenant(tenant),
      profile,
      status: whileResetting(statusNow(known, clock.now()), reset),
      lastTest: evidence.tests?.last ?? null,
      attempt: evidence.attempt,
      quietWatch,
      account,
      lastSync,
    };
  }

  return {
    list: async () => {
      const [all, watched, runs, resets] = await Promise.all([
        grants.knownOfAll(tenants.list()),
        ports.watches.all(),
        later().syncs.lasts(),
        later().openResets.all(),
      ]);
      const now = clock.now();
      return all.map((known) => {
        const { tenant, evidence } = known;
        const { tenantId } = tenant;
        return {
          ...presentTenant(tenant),
          status: whileResetting(statusNow(known, now), resets.get(tenantId) ?? null),
          quietWatch: watched.get(tenantId) ?? null,
          lastTestAt: evidence.tests?.last.finishedAt ?? null,
          lastSync: runs.get(tenantId) ?? null,
        };
      });
    },
    of: async (tenantId) => {
      const tenant = await tenants.get(tenantId);
      const kept = await profiles.kept(tenant.profileId);
      return present(kept, await grants.known(tenant, factsOf(kept)));
    },
    test: async (tenantId, signal) => {
      const { test, known, connector } = await ports.consents.checkNow(tenantId, signal);
      return { ...(await present(connector, known)), lastTest: test };
    },
  };
}

/** The status as shown to a person: while a reset is open, every screen shows the reset. */
export function whileResetting(status: GrantStatus, reset: OpenReset | null): GrantStatus {
  if (reset === null) return status;
  return {
    kind: 'resetting',
    stale: false,
    since: reset.startedAt,
    attention: status.attention,
    reasons: [],
    reset,
  };
}
