import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../electron/contract/problem.ts';
import type {
  Reset,
  ResetAction,
  ResetPurpose,
  ResetState,
} from '../../../electron/contract/reset.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import type { Action } from '../../client/use-action.ts';

/** How often to check a step that completes automatically. Milliseconds. */
const lookEveryMs: Partial<Record<ResetState, number>> = {
  evidence: 2_000,
  removal: 2_000,
  deletion: 5_000,
  settling: 2_000,
  granting: 5_000,
  testing: 10_000,
  syncing: 5_000,
};

/** Who starts what. */
interface Beginning {
  readonly by: string;
  readonly purpose: ResetPurpose;
}

/** The last failure, and whether a person's action caused it. */
interface Told {
  readonly problem: Problem;
  readonly deliberate: boolean;
}

/** A customer's reset, and the actions on it. */
export interface ResetView {
  readonly reset: Reset | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly begin: Action<Beginning, Reset>;
  readonly act: Action<ResetAction, Reset>;
}

/**
 * Follows a customer's reset: steps that complete automatically are checked while the screen is open. A
 * person's action takes precedence over a running check, which can take as long as a sync.
 */
export function useReset(tenantId: string, onHandedOver: () => void): ResetView {
  const { resets } = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const key = keys.reset(tenantId);
  const [told, setTold] = useState<Told | null>(null);
  const looking = useRef<{ readonly stop: () => void; readonly ended: Promise<unknown> }>(null);
  const answer = useQuery({ queryKey: key, queryFn: () => resets.last({ tenantId }) });
  const reset = answer.data ?? null;
  const keep = (next: Reset): void => {
    queries.setQueryData(key, next);
    void queries.invalidateQueries({ queryKey: keys.connection(tenantId) });
  };
  const begin = useAction((asked: Beginning) => resets.begin({ tenantId, ...asked }), keep);

  /**
   * A failure stays until the same action succeeds or the reset advances: it does not flicker with every
   * check.
   */
  const tell = (error: unknown, deliberate: boolean): void => {
    setTold({ problem: problemFrom(error), deliberate });
    // It may have been continued elsewhere.
    void queries.invalidateQueries({ queryKey: key });
  };
  const look = (version: number): Promise<Reset> => {
    const leaving = new AbortController();
    const action = { kind: 'check' } as const;
    const answered = resets.act({ tenantId, version, action }, { signal: leaving.signal });
    const ended = answered.catch((error: unknown) => {
      if (!leaving.signal.aborted) tell(error, false);
    });
    looking.current = { stop: () => leaving.abort(), ended };
    return answered;
  };
  /**
   * The version once no check is running; if the reset has advanced since the page showed it, the version
   * that was shown.
   */
  const versionNow = async (): Promise<number> => {
    const seen = reset?.version ?? 0;
    if (looking.current === null) return seen;
    looking.current.stop();
    await looking.current.ended;
    const now = await resets.last({ tenantId });
    return now?.id === reset?.id && now?.state === reset?.state ? (now?.version ?? seen) : seen;
  };
  const act = useAction(
    async (action: ResetAction) => {
      if (action.kind === 'check') return look(reset?.version ?? 0);
      const version = await versionNow();
      try {
        return await resets.act({ tenantId, version, action });
      } catch (error) {
        tell(error, true);
        throw error;
      }
    },
    (next, { kind }) => {
      const goesOn = kind !== 'check' || next.state !== reset?.state;
      setTold((last) => (goesOn || last?.deliberate !== true ? null : last));
      keep(next);
      if (kind === 'handOver') onHandedOver();
    },
  );

  const state = reset?.state;
  // Each try would be another sync: after a failure, a person decides.
  const isStuck = state === 'syncing' && told !== null;
  const every = state === undefined || offline || isStuck ? undefined : lookEveryMs[state];
  const { run, running } = act;
  useEffect(() => {
    if (every === undefined || running) return undefined;
    const timer = setTimeout(() => run({ kind: 'check' }), every);
    return () => clearTimeout(timer);
  }, [every, running, run]);
  return {
    reset,
    loading: answer.isPending,
    problem: answer.error === null ? null : problemFrom(answer.error),
    begin,
    act: { ...act, problem: told?.problem ?? null },
  };
}
