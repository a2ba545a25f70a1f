import type { ConsentAttempt, GrantStatus, TestResult } from '../../contract/grant.ts';
import type { ResetEvidence } from '../../contract/reset.ts';
import type { SyncRun } from '../../contract/sync.ts';
import { errorOf, EvergrantError } from '../errors/evergrant-error.ts';
import { saysOfGrant } from '../connection/test/refusal.ts';
import type { RemovalRecord, TestsOfTenant } from '../connection/store.ts';
import type { Clock } from '../kernel/ports.ts';
import type { TenantRecord } from '../tenants/store.ts';
import type { ResetSnapshot } from './events.ts';
import { evidenceOf } from './gather-evidence.ts';
import type { Look, LookForConnector } from './look-for-connector.ts';
import { nextReset } from './machine.ts';
import { isAccepted, isAcceptedSince, hasRaced, standingOf } from './standing.ts';
import type { ResetRecord } from './store.ts';
import type { Transitions } from './transitions.ts';

/** What a reset does and looks at by itself. */
export interface CarryOn {
  /** Goes on as long as nobody is needed. What a crash interrupted is found done, and not done again. */
  drive(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord>;
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
    checkNow(tenantId: string, signal?: AbortSignal): Promise<{ readonly test: TestResult }>;
    cancelIfRunning(tenantId: string): Promise<void>;
    last(tenantId: string): Promise<ConsentAttempt | null>;
  };
  readonly look: LookForConnector;
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
    // When it began may have been told by a colleague's clock; when it was taken up, by this one.
    const since = takenAt(snapshot) ?? startedAt;
    const removal = await ports.grants.removal(tenantId);
    // One from further ahead than this was kept before the clock was set back, and was another reset's.
    const isOurs = removal !== null && removal.at >= since && removal.at <= clock.now() + slackMs;
    if (isOurs) return;
    await ports.consents.cancelIfRunning(tenantId);
    await ports.grants.removeHere(tenantId);
  }

  /** The last test tells what was there; which one is to be deleted is asked now, where it can be. */
  async function evidenceBefore(tenantId: string, signal?: AbortSignal): Promise<ResetEvidence> {
    const before = await evidence(tenantId, await bestTest(tenantId));
    const look = await lookIfPossible(tenantId, signal);
    const there = look?.kind === 'there' ? look.servicePrincipalId : null;
    return { ...before, servicePrincipalId: there ?? before.servicePrincipalId };
  }

  async function drive(from: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    let record = from;
    const { tenantId } = record;
    if (record.snapshot.state === 'evidence') {
      const before = await evidenceBefore(tenantId, signal);
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

  async function check(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    switch (record.snapshot.state) {
      case 'evidence':
      case 'removal':
        return drive(record, signal);
      case 'deletion':
        return checkDeletion(record, signal);
      case 'settling':
        return checkSettled(record, signal);
      case 'granting':
        return checkGrant(record, signal);
      case 'testing':
        return checkTest(record, signal);
      case 'syncing':
        return checkSync(record, signal);
      default:
        return record;
    }
  }

  async function checkDeletion(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const look = await ports.look(record.tenantId, signal);
    const at = clock.now();
    if (look.kind !== 'there') return applyIfNews(record, { type: look.kind, at });
    const { servicePrincipalId } = look;
    return standingOf(look, record.snapshot) === 'another'
      ? applyIfNews(record, { type: 'replaced', at })
      : applyIfNews(record, { type: 'answered', at, servicePrincipalId });
  }

  /** Waits until the time is over and nothing answers; where nobody can look, the time alone decides. */
  async function checkSettled(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const looked = { type: 'looked', at: clock.now() } as const;
    if (nextReset(record.snapshot, looked) === null) return record;
    const look = await lookIfAnybodyCan(record.tenantId, signal);
    const isBack = look !== null && standingOf(look, record.snapshot) === 'old';
    return isBack ? goBack(record) : applyIfNews(record, looked);
  }

  async function checkGrant(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const { tenantId, snapshot } = record;
    const attempt = await ours(record);
    const isAnswered = attempt !== null && isAcceptedSince(attempt, snapshot.context.goneAt);
    const isRaced = attempt !== null && hasRaced(attempt);
    const granted = (here: boolean) =>
      apply(record, { type: 'granted', at: clock.now(), here, raced: isRaced });
    const look = await (isAnswered ? lookIfPossible : ports.look)(tenantId, signal);
    switch (look === null ? 'unclear' : standingOf(look, snapshot)) {
      case 'old': {
        const back = await goBack(record);
        return back === record && isAnswered ? granted(true) : back;
      }
      case 'another':
        return granted(attempt !== null && isAccepted(attempt));
      case 'gone': {
        if (isAnswered) return granted(true);
        const note = isRaced ? 'notThereYet' : null;
        return applyIfNews(record, { type: 'noted', at: clock.now(), note });
      }
      case 'unclear':
        if (isAnswered) return granted(true);
        if (look?.kind === 'there' && look.refusal !== null) throw look.refusal;
        return granted(attempt !== null && isAccepted(attempt));
    }
  }

  async function checkTest(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const { tenantId, snapshot } = record;
    const { test } = await ports.consents.checkNow(tenantId, signal);
    const { kind, stale } = await ports.grants.status(tenantId);
    const isProven = (kind === 'granted' || kind === 'onRecord') && !stale;
    const old = snapshot.context.before?.servicePrincipalId ?? null;
    const look = isProven ? null : await lookIfPossible(tenantId, signal);
    const isBack = isProven
      ? old !== null && test.servicePrincipalId === old
      : look !== null && standingOf(look, snapshot) === 'old';
    if (isBack) {
      const back = await goBack(record);
      if (back !== record) return back;
    }
    if (!isProven) return record;
    const after = await evidence(tenantId, test);
    return apply(record, { type: 'proven', at: clock.now(), evidence: after });
  }

  /** Stands at the deletion again; a consent that still waits was for the one that came back. */
  async function goBack(record: ResetRecord): Promise<ResetRecord> {
    const cameBack = { type: 'cameBack', at: clock.now() } as const;
    if (nextReset(record.snapshot, cameBack) === null) return record;
    await ports.consents.cancelIfRunning(record.tenantId);
    return apply(record, cameBack);
  }

  /** The newest consent that was opened here since the old grant was removed, or came back. */
  async function ours({
    tenantId,
    startedAt,
    snapshot,
  }: ResetRecord): Promise<ConsentAttempt | null> {
    const attempt = await ports.consents.last(tenantId);
    const removedAt = (await ports.grants.removal(tenantId))?.at ?? startedAt;
    const since = Math.max(removedAt, snapshot.context.setbacks.at(-1)?.at ?? removedAt);
    return attempt !== null && Date.parse(attempt.startedAt) >= since ? attempt : null;
  }

  /** Null where nobody can look; a network that is gone says nothing of that, and is thrown. */
  async function lookIfAnybodyCan(tenantId: string, signal?: AbortSignal): Promise<Look | null> {
    try {
      return await ports.look(tenantId, signal);
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      if (saysOfGrant(error.toProblem()) === 'outOfReach') throw error;
      return null;
    }
  }

  /** Null where no look came about, for whatever reason. */
  const lookIfPossible = (tenantId: string, signal?: AbortSignal): Promise<Look | null> =>
    lookIfAnybodyCan(tenantId, signal).catch((error: unknown) => {
      if (error instanceof EvergrantError) return null;
      throw error;
    });

  async function checkSync(record: ResetRecord, signal?: AbortSignal): Promise<ResetRecord> {
    const { tenantId } = record;
    // The moment of the grant may be another clock's, or from before this one was set back.
    const since = Math.min(grantedAt(record), clock.now());
    let run = await ports.syncs.start(tenantId, 'full');
    for await (const seen of ports.syncs.watch(tenantId, signal)) run = seen;
    if (run.problem !== null) throw errorOf(run.problem);
    if (run.state !== 'finished' || Date.parse(run.startedAt) < since) return record;
    const test = (await ports.grants.kept(tenantId))?.last ?? null;
    const after = await evidence(tenantId, test);
    return apply(record, { type: 'synced', at: clock.now(), evidence: after });
  }

  return { drive, check };
}

/** A sync that began before the new grant says nothing of it. */
function grantedAt({ startedAt, snapshot }: ResetRecord): number {
  return snapshot.context.steps.find(({ step }) => step === 'granting')?.at ?? startedAt;
}

/** By so much may clocks of one computer differ from one moment to the next. */
const slackMs = 60_000;

/** The steps at which nothing of the old grant may be left here. */
const untilGranted: ReadonlySet<string> = new Set(['deletion', 'settling', 'granting']);

/** When it was last taken up from a file; null where it never was. */
function takenAt({ context }: ResetSnapshot): number | null {
  return context.hands.findLast(({ kind }) => kind === 'taken')?.at ?? null;
}
