import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SyncRun } from '../../../electron/contract/sync.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';

/** A customer's last sync, live while it runs. Null: never synced, or not known yet. */
export function useSync(tenantId: string): SyncRun | null {
  const engine = useEngine();
  const queries = useQueryClient();
  const queryKey = keys.lastSync(tenantId);
  const { data } = useQuery({ queryKey, queryFn: () => engine.syncs.last({ tenantId }) });
  const running = data?.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const stop = new AbortController();
    const follow = async () => {
      const progress = await engine.syncs.watch({ tenantId }, { signal: stop.signal });
      for await (const run of progress) queries.setQueryData(keys.lastSync(tenantId), run);
      await queries.invalidateQueries({ queryKey: keys.lastSync(tenantId) });
    };
    follow().catch(() => {
      // The connection broke or the screen was left: fetch the engine's state again.
      if (!stop.signal.aborted)
        void queries.invalidateQueries({ queryKey: keys.lastSync(tenantId) });
    });
    return () => stop.abort();
  }, [running, engine, queries, tenantId]);
  return data ?? null;
}
