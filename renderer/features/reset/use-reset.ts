import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Reset, ResetAction, ResetState } from '../../../electron/contract/reset.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { useAction } from '../../client/use-action.ts';
import type { Action } from '../../client/use-action.ts';

/** How often a step that ends by itself is looked at. Milliseconds. */
const lookEveryMs: Partial<Record<ResetState, number>> = {
  evidence: 2_000,
  removal: 2_000,
  deletion: 5_000,
  settling: 2_000,
  granting: 5_000,
  testing: 10_000,
  syncing: 5_000,
};

/** A customer's reset, and what can be done about it. */
export interface ResetView {
  readonly reset: Reset | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly begin: Action<string, Reset>;
  readonly act: Action<ResetAction, Reset>;
}

/** Follows a customer's reset: steps that end by themselves are looked at while the screen is open. */
export function useReset(tenantId: string): ResetView {
  const { resets } = useEngine();
  const queries = useQueryClient();
  const offline = useOffline();
  const key = keys.reset(tenantId);
  const answer = useQuery({ queryKey: key, queryFn: () => resets.last({ tenantId }) });
  const reset = answer.data ?? null;
  const keep = (next: Reset): void => {
    queries.setQueryData(key, next);
    void queries.invalidateQueries({ queryKey: keys.connection(tenantId) });
  };
  const begin = useAction((by: string) => resets.begin({ tenantId, by }), keep);
  const act = useAction(
    (action: ResetAction) => resets.act({ tenantId, version: reset?.version ?? 0, action }),
    keep,
  );
  const state = reset?.state;
  const every = state === undefined || offline ? undefined : lookEveryMs[state];
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
    act,
  };
}
