import type { Router } from '@orpc/server';
import type { contract, engineContract, HostInfo } from '../../contract/contract.ts';
import type { Ports } from '../../engine/kernel/ports.ts';

/** The router with which `createEngine` answers calls. */
export type EngineRouter = Router<typeof engineContract, Record<never, never>>;

/** The engine's router and the host's: together they are the whole contract. */
export type ContractRouter = Router<typeof contract, Record<never, never>>;

/** A running engine on one data folder. */
export interface RunningEngine {
  readonly router: EngineRouter;
  /** The directory that was unusable and was set aside, when opening or since. */
  setAside?(): Promise<HostInfo['setAside'] | null>;
  close(): Promise<void>;
}

/** Creates an engine; rejects with an EvergrantError when its data can't be opened. */
export type CreateEngine = (ports: Ports) => Promise<RunningEngine>;

/** The engine itself, loaded when the first folder is opened, so that the window appears sooner. */
export const createRealEngine: CreateEngine = async (ports) => {
  const { createEngine } = await import('../../engine/engine.ts');
  return await createEngine(ports);
};
