import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { HostInfo } from '../../electron/contract/contract.ts';
import type { EngineClient } from './engine-client.ts';
import { keys, staleKeys } from './queries.ts';

const EngineContext = createContext<EngineClient | null>(null);

/** Provides the screens with the connection to the engine. */
export const EngineProvider = EngineContext.Provider;

/** The connection to the engine. Throws outside its provider: that is a bug. */
export function useEngine(): EngineClient {
  const engine = useContext(EngineContext);
  if (engine === null) throw new Error('useEngine outside of EngineProvider');
  return engine;
}

/** How often to ask the host whether there is a network: there is no event for it. */
const networkLookMs = 3000;

/** The host and its state. Loaded before any screen is shown. */
export function useHost(): HostInfo {
  const engine = useEngine();
  const { data } = useQuery({ queryKey: keys.host(), queryFn: () => engine.host.info() });
  if (data === undefined) throw new Error('useHost before the host was asked');
  return data;
}

/**
 * Refreshes what {@link useHost} returns, and everything that depends on the network. Used once, by the frame
 * around all screens.
 */
export function useHostFollowed(): void {
  const engine = useEngine();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: keys.host(),
    queryFn: () => engine.host.info(),
    refetchInterval: networkLookMs,
  });
  const online = data?.online;
  const seen = useRef(online);
  useEffect(() => {
    if (seen.current === online) return;
    seen.current = online;
    for (const queryKey of staleKeys({ topic: 'network', tenantId: null }))
      void queries.invalidateQueries({ queryKey });
  }, [online, queries]);
}

/** Whether the network is known to be down. Unknown counts as up: the engine then reports what failed. */
export function useOffline(): boolean {
  return useHost().online === false;
}
