import type { Change } from '../../contract/contract.ts';
import type { ConsentAttempt, GrantStatus, TestResult } from '../../contract/grant.ts';
import type { Reset, ResetAction } from '../../contract/reset.ts';
import type { SyncRun } from '../../contract/sync.ts';
import type { Activity } from '../activity/activity.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { meaningOf } from '../grants/refusal.ts';
import type { RemovalRecord, TestsOfTenant } from '../grants/store.ts';
import type { Clock, Millis, Random } from '../ports.ts';
import type { Leases } from '../tenants/leases.ts';
import type { TenantRecord } from '../tenants/store.ts';
import { evidenceOf } from './gather-evidence.ts';
import { beginReset, nextReset } from './machine.ts';
import type { ResetEvent } from './machine.ts';
import { presentReset } from './present-reset.ts';
import type { ResetRecord, ResetStore } from './store.ts';

/** The guided procedure after a change of the primary domain. */
export interface Resets {
  /** The tenant's newest reset, open or ended. */
  last(tenantId: string): Promise<Reset | null>;
  /** Errors: `tenant.unknown`, `reset.running`. */
  begin(tenantId: string, by: string): Promise<Reset>;
  /**
   * Does one thing about the open reset, and what follows from it without anybody's help. `version` is
   * the one that was looked at.
   * Errors: `reset.none`, `reset.movedOn`, `reset.notNow`, `lease.held`, whatever the step's check throws.
   */
  act(tenantId: string, version: number, action: ResetAction, signal?: AbortSignal): Promise<Reset>;
}

export interface ResetsPorts {
  readonly store: ResetStore;
  readonly tenants: { get(tenantId: string): Promise<TenantRecord> };
  /** Whether the profile names a backend of the vendor's. */
  readonly hasBackend: (profileId: string) => Promise<boolean>;
  readonly grants: {
    kept(tenantId: string): Promise<TestsOfTenant | null>;
    status(tenantId: string): Promise<GrantStatus>;
    removeHere(tenantId: string): Promise<GrantStatus>;
    removal(tenantId: string): Promise<RemovalRecord | null>;
  };
  readonly consents: {
    checkNow(tenantId: string, signal?: AbortSignal): Promise<TestResult>;
    cancelIfRunning(tenantId: string): Promise<void>;
    last(tenantId: string): Promise<ConsentAttempt | null>;
  };
  /** Asks for a token past every cache, as the connector itself. */
  readonly freshToken: (tenantId: string, signal?: AbortSignal) => Promise<unknown>;
  readonly syncs: {
    start(tenantId: string, mode: 'full'): Promise<SyncRun>;
    watch(tenantId: string, signal?: AbortSignal): AsyncGenerator<SyncRun>;
    last(tenantId: string): Promise<SyncRun | null>;
  };
  /** The portal's page of the enterprise application in this tenant; null where the cloud cannot be told. */
  readonly portalPage: (
    profileId: string,
    tenantId: string,
    servicePrincipalId: string | null,
  ) => Promise<string | null>;
  readonly leases: Leases;
  readonly activity: Activity;
  readonly changes: { publish(change: Change): void };
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes the resets' service. Every transition is kept before the next thing is done. */
export function createResets(ports: ResetsPorts): Resets {
  const { store, clock } = ports;
  const present = async (record: ResetRecord): Promise<Reset> => {
    const { profileId, tenantId, snapshot } = record;
    const known = snapshot.context.before?.servicePrincipalId ?? null;
    return presentReset(record, await ports.portalPage(profileId, tenantId, known));
  };
  const lease = (tenantId: string) => ({ tenantId, kind: 'reset' }) as const;

  const open = async (tenantId: string): Promise<ResetRecord> => {
    const record = await store.last(tenantId);
    if (record === null || record.endedAt !== null) throw new EvergrantError('reset.none');
    return record;
  };

  async function apply(record: ResetRecord, event: ResetEvent): Promise<ResetRecord> {
    const snapshot = nextReset(record.snapshot, event);
    if (snapshot === null) throw new EvergrantError('reset.notNow', { retry: 'now' });
    const hasEnded = snapshot.state === 'finished' || snapshot.state === 'abandoned';
    const next: ResetRecord = {
      ...record,
      version: record.version + 1,
      endedAt: hasEnded ? event.at : null,
      snapshot,
    };
    if (!(await store.advance(next))) throw new EvergrantError('reset.movedOn', { retry: 'now' });
    const { tenantId, profileId } = record;
    if (hasEnded) {
      await ports.activity.record({
        action: 'resetEnded',
        tenantId,
        profileId,
        account: 'by' in event ? event.by : null,
        result: snapshot.state,
      });
    }
    ports.changes.publish({ topic: 'grants', tenantId });
    return next;
  }

  const evidence = async (tenantId: string, test: TestResult | null) =>
    evidenceOf({
      tenant: await ports.tenants.get(tenantId),
      test,
      sync: await ports.syncs.last(tenantId),
      now: clock.now(),
    });

  /** The last test that read the enterprise application; else the last one. */
  async function bestTest(tenantId: string): Promise<TestResult | null> {
    const kept = await ports.grants.kept(tenantId);
    if (kept === null) return null;
    return kept.last.servicePrincipalId === null ? (kept.lastGood ?? kept.last) : kept.last;
  }

  /** Goes on as long as nobody is needed. What a crash interrupted is found done, and not done again. */
  async function drive(from: ResetRecord): Promise<ResetRecord> {
    let record = from;
    const { tenantId } = record;
    if (record.snapshot.state === 'evidence') {
      const before = await evidence(tenantId, await bestTest(tenantId));
      record = await apply(record, { type: 'evidenceKept', at: clock.now(), evidence: before });
    }
    if (record.snapshot.state === 'removal') {
      const removal = await ports.grants.removal(tenantId);
      if (removal === null || removal.at < record.startedAt) {
        await ports.consents.cancelIfRunning(tenantId);
        await ports.grants.removeHere(tenantId);
      }
      record = await apply(record, { type: 'removedHere', at: clock.now() });
    }
    return record;
  }

  /** Whether the connector is in the tenant: asked with a fresh token; an old one says nothing. */
  async function probe(tenantId: string, signal?: AbortSignal): Promise<'refused' | 'answered'> {
    try {
      await ports.freshToken(tenantId, signal);
      return 'answered';
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      const meaning = meaningOf(error.toProblem());
      if (meaning === 'notInstalled') return 'refused';
      // It is there, and turned away: the fault for which it is being reset.
      if (meaning === 'refused' || meaning === 'disabled') return 'answered';
      throw error;
    }
  }

  async function check(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const { tenantId } = record;
    switch (record.snapshot.state) {
      case 'evidence':
      case 'removal':
        return drive(record);
      case 'deletion':
        return applied(record, { type: await probe(tenantId, signal), at: clock.now() });
      case 'settling':
        return applied(record, { type: 'looked', at: clock.now() });
      case 'granting':
        return checkGrant(record, signal);
      case 'testing': {
        const test = await ports.consents.checkNow(tenantId, signal);
        const { kind, stale } = await ports.grants.status(tenantId);
        if ((kind !== 'granted' && kind !== 'onRecord') || stale) return record;
        const after = await evidence(tenantId, test);
        return apply(record, { type: 'proven', at: clock.now(), evidence: after });
      }
      case 'syncing':
        return checkSync(record, signal);
      default:
        return record;
    }
  }

  /** Applies what was found; where that is no news, the reset stays as it is. */
  const applied = async (record: ResetRecord, event: ResetEvent): Promise<ResetRecord> =>
    nextReset(record.snapshot, event) === null ? record : apply(record, event);

  async function checkGrant(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const { tenantId } = record;
    const attempt = await ports.consents.last(tenantId);
    const removedAt = (await ports.grants.removal(tenantId))?.at ?? record.startedAt;
    const isOurs = attempt !== null && Date.parse(attempt.startedAt) >= removedAt;
    if (isOurs && attempt.answeredAt !== undefined && isAccepted(attempt)) {
      return apply(record, { type: 'granted', at: clock.now(), here: true });
    }
    if ((await probe(tenantId, signal)) === 'refused') return record;
    return apply(record, { type: 'granted', at: clock.now(), here: isOurs });
  }

  async function checkSync(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const { tenantId } = record;
    let run = await ports.syncs.start(tenantId, 'full');
    for await (const seen of ports.syncs.watch(tenantId, signal)) run = seen;
    if (run.state !== 'finished') return record;
    const test = (await ports.grants.kept(tenantId))?.last ?? null;
    const after = await evidence(tenantId, test);
    return apply(record, { type: 'synced', at: clock.now(), evidence: after });
  }

  const eventOf = (
    action: Exclude<ResetAction, { readonly kind: 'check' }>,
    at: Millis,
  ): ResetEvent => {
    const { by } = action;
    if (action.kind === 'confirm') return { type: 'confirmed', at, by };
    const type = action.kind === 'override' ? 'overridden' : 'abandoned';
    return { type, at, by, reason: action.reason };
  };

  return {
    last: async (tenantId) => {
      const record = await store.last(tenantId);
      return record && (await present(record));
    },
    begin: async (tenantId, by) => {
      const { profileId } = await ports.tenants.get(tenantId);
      const at = clock.now();
      const snapshot = beginReset({ hasBackend: await ports.hasBackend(profileId), at });
      const record: ResetRecord = {
        id: ports.random.guid(),
        tenantId,
        profileId,
        version: 0,
        startedAt: at,
        startedBy: by,
        endedAt: null,
        snapshot,
      };
      return ports.leases.hold(lease(tenantId), async () => {
        if (!(await store.add(record))) throw new EvergrantError('reset.running', { retry: 'now' });
        await ports.activity.record({
          action: 'resetBegun',
          tenantId,
          profileId,
          account: by,
          result: 'ok',
        });
        ports.changes.publish({ topic: 'grants', tenantId });
        return present(await drive(record));
      });
    },
    act: (tenantId, version, action, signal) =>
      ports.leases.hold(
        lease(tenantId),
        async (both) => {
          const record = await open(tenantId);
          if (record.version !== version) {
            throw new EvergrantError('reset.movedOn', { retry: 'now' });
          }
          const next =
            action.kind === 'check'
              ? await check(record, both)
              : await apply(record, eventOf(action, clock.now()));
          return present(next.endedAt === null ? await drive(next) : next);
        },
        signal,
      ),
  };
}

/** The administrator said yes, whether or not it has taken effect yet. */
function isAccepted({ phase }: ConsentAttempt): boolean {
  return phase !== 'declined' && phase !== 'refused' && phase !== 'cancelled';
}
