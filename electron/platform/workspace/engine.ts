import type { Router } from '@orpc/server';
import type { contract, engineContract, HostInfo } from '../../contract/contract.ts';
import type { Ports } from '../../engine/kernel/ports.ts';

/** What `createEngine` answers calls with. */
export type EngineRouter = Router<typeof engineContract, Record<never, never>>;

/** The engine's router and the host's, together the whole contract. */
export type ContractRouter = Router<typeof contract, Record<never, never>>;

/** An engine at work on one data folder. */
export interface RunningEngine {
  readonly router: EngineRouter;
  /** The directory that could not be used and was set aside, at the opening or since. */
  setAside?(): Promise<HostInfo['setAside'] | null>;
  close(): Promise<void>;
}

/** Makes an engine; rejects with an EvergrantError when its data cannot be opened. */
export type CreateEngine = (ports: Ports) => Promise<RunningEngine>;

/** The engine itself, loaded when the first folder is opened: a window is there sooner. */
export const createRealEngine: CreateEngine = async (ports) => {
  const { createEngine } = await import('../../engine/engine.ts');
  return await createEngine(ports);
};
