import type { ConsentAttempt, GrantStatus, TestResult } from '../../contract/grant.ts';
import type { SyncRun } from '../../contract/sync.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { meaningOf } from '../grants/refusal.ts';
import type { RemovalRecord, TestsOfTenant } from '../grants/store.ts';
import type { Clock } from '../ports.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { ResetSnapshot } from './events.ts';
import { evidenceOf } from './gather-evidence.ts';
import type { ResetRecord } from './store.ts';
import type { Transitions } from './transitions.ts';

/** What a reset does and looks at by itself. */
export interface CarryOn {
  /** Goes on as long as nobody is needed. What a crash interrupted is found done, and not done again. */
  drive(record: ResetRecord): Promise<ResetRecord>;
  /** Looks whether the step has ended, and goes on where it has. */
  check(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord>;
}

export interface CarryOnPorts {
  readonly tenants: { get(tenantId: string): Promise<TenantRecord> };
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
  readonly clock: Clock;
}

/** Makes what carries a reset on. Every transition is kept before the next thing is done. */
export function createCarryOn(
  ports: CarryOnPorts,
  { apply, applyIfNews }: Pick<Transitions, 'apply' | 'applyIfNews'>,
): CarryOn {
  const { clock } = ports;

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

  /**
   * The record here is removed once: by the step, or by whoever takes a reset up on a computer that still
   * knows the old grant.
   */
  async function removeHere({ tenantId, startedAt, snapshot }: ResetRecord): Promise<void> {
    const since = Math.max(startedAt, takenAt(snapshot) ?? startedAt);
    const removal = await ports.grants.removal(tenantId);
    if (removal !== null && removal.at >= since) return;
    await ports.consents.cancelIfRunning(tenantId);
    await ports.grants.removeHere(tenantId);
  }

  async function drive(from: ResetRecord): Promise<ResetRecord> {
    let record = from;
    const { tenantId } = record;
    if (record.snapshot.state === 'evidence') {
      const before = await evidence(tenantId, await bestTest(tenantId));
      record = await apply(record, { type: 'evidenceKept', at: clock.now(), evidence: before });
    }
    if (record.snapshot.state === 'removal') {
      await removeHere(record);
      return await apply(record, { type: 'removedHere', at: clock.now() });
    }
    if (takenAt(record.snapshot) !== null && untilGranted.has(record.snapshot.state)) {
      await removeHere(record);
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
        return applyIfNews(record, { type: await probe(tenantId, signal), at: clock.now() });
      case 'settling':
        return applyIfNews(record, { type: 'looked', at: clock.now() });
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

  return { drive, check };
}

/** The steps at which nothing of the old grant may be left here. */
const untilGranted: ReadonlySet<string> = new Set(['deletion', 'settling', 'granting']);

/** When it was last taken up from a file; null where it never was. */
function takenAt({ context }: ResetSnapshot): number | null {
  return context.hands.findLast(({ kind }) => kind === 'taken')?.at ?? null;
}

/** The administrator said yes, whether or not it has taken effect yet. */
function isAccepted({ phase }: ConsentAttempt): boolean {
  return phase !== 'declined' && phase !== 'refused' && phase !== 'cancelled';
}
