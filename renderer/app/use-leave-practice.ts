import type { HostInfo } from '../../electron/contract/contract.ts';
import { useEngine } from '../client/engine-context.tsx';
import { useAction } from '../client/use-action.ts';
import type { Action } from '../client/use-action.ts';

/** Switches from Practice to the real data. The window reloads at the first screen. */
export function useLeavePractice(): Action<void, HostInfo> {
  const engine = useEngine();
  return useAction(
    () => engine.host.leavePractice(),
    () => {
      window.location.hash = '';
      window.location.reload();
    },
  );
}
