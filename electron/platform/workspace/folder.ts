import type { HostInfo } from '../../contract/contract.ts';
import { closeAll } from '../../engine/kernel/close-all.ts';
import { EvergrantError, problemOf } from '../../engine/errors/evergrant-error.ts';
import { problemFromFileError } from '../../engine/errors/file-error.ts';
import type { Ports } from '../../engine/kernel/ports.ts';
import type { KeyAnswer, Keys } from '../keys/keys.ts';
import type { PracticeHome, PracticeNewcomer, PracticeReset } from '../practice/manifest.ts';
import type { CreateEngine, EngineRouter, RunningEngine } from './engine.ts';

type FoundKey = Extract<KeyAnswer, { state: 'found' }>;

export type FolderName = HostInfo['workspace'];

/** The ports that a host provides, whatever data is open. */
export type HostPorts = Omit<Ports, 'data' | 'practice'>;

/** A data folder that is open, locked, or refused with a reason. */
export interface Folder {
  readonly name: FolderName;
  status(): Pick<HostInfo, 'state' | 'problem' | 'keyKeeper'>;
  /** The engine's calls, or null while the data is not open. */
  router(): EngineRouter | null;
  /** The directory that was unusable and was set aside, while this folder is open. */
  setAside(): Promise<HostInfo['setAside'] | null>;
  newcomer(): PracticeNewcomer | null;
  /** The technician's own tenant in Practice. */
  home(): PracticeHome | null;
  /** The customer of Practice with which the reset is rehearsed. */
  rehearsal(): PracticeReset | null;
  unlock(passphrase: string): Promise<void>;
  setPassphrase(passphrase: string): Promise<void>;
  close(): Promise<void>;
}

/** The options for opening a folder. */
export interface FolderOptions {
  readonly name: FolderName;
  readonly path: string;
  readonly keys: Keys;
  readonly ports: HostPorts;
  readonly createEngine: CreateEngine;
  readonly newcomer?: PracticeNewcomer | null;
  readonly home?: PracticeHome | null;
  readonly rehearsal?: PracticeReset | null;
  /** Work on the new engine before it is visible to windows. */
  readonly prepare?: (router: EngineRouter) => Promise<void>;
  /** A person permits a ledger to be created in this folder: {@link DataFolder}. */
  readonly mayMakeLedger?: boolean;
  /** What else to close with the folder. */
  readonly onClose?: () => Promise<void>;
}

/**
 * Finds the key and starts the engine. Never rejects because of the data or its key: the window shows the
 * reason and what to do.
 */
export async function openFolder(options: FolderOptions): Promise<Folder> {
  const { name, keys, ports } = options;
  let engine: RunningEngine | null = null;
  let asideOf: Folder['setAside'] = () => Promise.resolve(null);
  let status: ReturnType<Folder['status']> = {
    state: 'refused',
    problem: null,
    keyKeeper: name === 'practice' ? 'practiceKeyFile' : 'keyring',
  };

  const startWith = async (found: FoundKey): Promise<void> => {
    const { key, keeper: keyKeeper } = found;
    const mayMakeLedger = options.mayMakeLedger === true || found.isNew === true;
    const started = await options.createEngine({
      ...ports,
      data: { path: options.path, key, mayMakeLedger },
      practice: name === 'practice',
    });
    try {
      await options.prepare?.(started.router);
    } catch (error) {
      await started.close();
      throw error;
    }
    engine = started;
    status = { state: 'ready', problem: null, keyKeeper };
    asideOf = started.setAside ?? (() => Promise.resolve(null));
  };
  const take = async (answer: KeyAnswer): Promise<void> => {
    if (answer.state === 'locked') {
      status = { state: 'locked', problem: null, keyKeeper: answer.keeper };
    } else {
      await startWith(answer);
    }
  };
  const closed = (): void => {
    if (engine) throw new EvergrantError('keys.alreadyKept');
  };

  try {
    await take(await keys.find());
  } catch (error) {
    const problem = problemOf(problemFromFileError(error, options.path) ?? error);
    ports.log.error('folder.refused', { folder: name, code: problem.code, reason: reason(error) });
    status = { ...status, state: 'refused', problem };
  }
  return {
    name,
    status: () => status,
    router: () => engine?.router ?? null,
    setAside: async () => (engine ? await asideOf() : null),
    newcomer: () => options.newcomer ?? null,
    home: () => options.home ?? null,
    rehearsal: () => options.rehearsal ?? null,
    async unlock(passphrase) {
      closed();
      await take(await keys.unlock(passphrase));
    },
    async setPassphrase(passphrase) {
      closed();
      await take(await keys.setPassphrase(passphrase));
    },
    async close() {
      const closing = engine;
      engine = null;
      await closeAll([() => closing?.close(), () => options.onClose?.()]);
    },
  };
}

/** A folder that could not be prepared, for example because the practice cloud did not start. */
export function refusedFolder(name: FolderName, error: unknown): Folder {
  const refuse = (): Promise<never> => Promise.reject(error);
  return {
    name,
    status: () => ({
      state: 'refused',
      problem: problemOf(error),
      keyKeeper: name === 'practice' ? 'practiceKeyFile' : 'keyring',
    }),
    router: () => null,
    setAside: () => Promise.resolve(null),
    newcomer: () => null,
    home: () => null,
    rehearsal: () => null,
    unlock: refuse,
    setPassphrase: refuse,
    close: () => Promise.resolve(),
  };
}

/** For the log of a bug: name and location. An expected failure's code says everything. */
function reason(error: unknown): string | null {
  return error instanceof Error && !(error instanceof EvergrantError)
    ? (error.stack ?? error.message).slice(0, 2000)
    : null;
}
