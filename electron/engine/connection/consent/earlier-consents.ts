import type { ConsentAttempt } from '../../../contract/grant.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Connector } from '../../identity/identity.ts';
import { heartbeatMs, silenceMs } from '../../kernel/leases/lease-times.ts';
import type { Log } from '../../kernel/ports.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import type { GrantStore } from '../store.ts';
import type { ConsentRun } from './consent-run.ts';
import { runOfAttempt } from './run-of-attempt.ts';
import type { RunPorts } from './run-of-attempt.ts';
import { nameOf } from './running-consents.ts';
import type { RunningConsents } from './running-consents.ts';

/** Attempts of an earlier process: continues testing propagation, cancels a pending page. */
export interface EarlierConsents {
  /** Whether an earlier process left this attempt accepted, so that its result is still being tested. */
  isCarriedOn(attemptId: string): boolean;
  /** Settles when the tenant's old attempt is closed, or continued by this or another process. */
  settled(tenantId: string): Promise<void>;
  /** Takes over open attempts, each in the background. */
  resume(): Promise<void>;
  /** Settles when all work that `closing` ended is over. */
  allOver(): Promise<void>;
}

export interface EarlierPorts extends RunPorts {
  readonly store: RunPorts['store'] & Pick<GrantStore, 'lastAttempt' | 'lastAttempts'>;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly connector: (profileId: string) => Promise<Connector>;
  readonly running: Pick<RunningConsents, 'start' | 'over'>;
  readonly log: Log;
  readonly closing: AbortSignal;
}

/** Makes the service that takes over the attempts of earlier processes. */
export function createEarlierConsents(ports: EarlierPorts): EarlierConsents {
  const { store, closing } = ports;
  const carriedOn = new Set<string>();
  /** Attempts that are being closed or taken over, by tenant ID. */
  const unsettled = new Map<string, Promise<void>>();
  const background = new Set<Promise<void>>();

  function takeOverBehind(attempt: ConsentAttempt): void {
    const isSettled = Promise.withResolvers<void>();
    const settle = (): void => {
      isSettled.resolve();
      unsettled.delete(attempt.tenantId);
    };
    if (isBack(attempt)) carriedOn.add(attempt.id);
    unsettled.set(attempt.tenantId, isSettled.promise);
    const work = takeOver(ports, attempt, settle)
      .catch((error: unknown) => {
        if (!closing.aborted) ports.log.warn('consent.notResumed', { name: nameOf(error) });
      })
      .finally(() => {
        settle();
        background.delete(work);
      });
    background.add(work);
  }

  return {
    isCarriedOn: (attemptId) => carriedOn.has(attemptId),
    settled: async (tenantId) => unsettled.get(tenantId),
    resume: async () => {
      const all = [...(await store.lastAttempts()).values()];
      for (const attempt of all.filter(({ endedAt }) => endedAt === null)) takeOverBehind(attempt);
    },
    allOver: async () => {
      await Promise.all(background);
    },
  };
}

/** Whether the administrator's answer had arrived. */
function isBack({ phase }: ConsentAttempt): boolean {
  return phase !== 'waitingForAdministrator';
}

/** Call `settle` once a new consent may begin. */
async function takeOver(
  ports: EarlierPorts,
  attempt: ConsentAttempt,
  settle: () => void,
): Promise<void> {
  const { store, running } = ports;
  const { tenantId, profileId } = attempt;
  const connector = await ports.connector(profileId);
  const isReader = (await ports.tenants.get(tenantId)).profileId !== profileId;
  const make = async (signal: AbortSignal) => ({
    run: runOfAttempt(ports, connector, attempt, isReader, signal),
  });
  const work = ({ run }: { readonly run: ConsentRun }) =>
    isBack(attempt) ? run.untilInEffect(null) : run.interrupted();
  try {
    await running.start(tenantId, make, work);
    if (isBack(attempt)) settle();
    else await running.over(tenantId);
  } catch (error) {
    if (!(error instanceof EvergrantError) || error.code !== 'lease.held') throw error;
    settle();
    // Its process is alive, or exited less than one silence limit ago.
    await ports.clock.sleep(silenceMs + heartbeatMs, ports.closing);
    const now = await store.lastAttempt(tenantId);
    if (now?.id === attempt.id && now.endedAt === null) await running.start(tenantId, make, work);
  }
}
