import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import type { engineContract } from '../../electron/contract/contract.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import type { Ports } from '../../electron/engine/kernel/ports.ts';
import { openPartRecords } from '../../electron/platform/export-files/part-records.ts';
import { createPathFiles } from '../../electron/platform/export-files/path-files.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import { systemRandom } from '../../electron/platform/random.ts';
import { builtWorkers } from './programs/workers.ts';
import { silentLog } from './engine-rooms.ts';
import { simulatedLinks } from './simulated-links.ts';
import { createJumpingClock } from './jumping-clock.ts';
import type { JumpingClock } from './jumping-clock.ts';

/** The key of every engine host's data. */
export const engineHostKey = new Uint8Array(32).fill(3);

/** An engine on a separate data folder, as a host without a window runs it. */
export interface EngineHost {
  readonly client: ContractRouterClient<typeof engineContract>;
  readonly clock: JumpingClock;
  /** The data folder, which also receives exports. */
  readonly folder: string;
  /** Addresses that the engine opened in a browser. */
  readonly opened: string[];
  /** Closes the engine and starts another on the same data. */
  restart(): Promise<EngineHost>;
  /** Closes the engine and leaves its data in place. */
  leave(): Promise<void>;
  /** Closes the engine and removes its data. */
  dispose(): Promise<void>;
}

/** Starts an {@link EngineHost}; `changes` replaces individual ports. */
export async function startEngineHost(changes: Partial<Ports> = {}): Promise<EngineHost> {
  const path = await mkdtemp(join(tmpdir(), 'evergrant-engine-'));
  return start(path, engineHostKey, changes);
}

/** Starts an {@link EngineHost} on existing data; `dispose` removes the data. */
export async function openEngineHost(
  path: string,
  changes: Partial<Ports> = {},
): Promise<EngineHost> {
  return start(path, engineHostKey, changes);
}

async function start(path: string, key: Uint8Array, changes: Partial<Ports>): Promise<EngineHost> {
  const opened: string[] = [];
  const clock = createJumpingClock();
  const engine: Engine = await createEngine({
    network: createNodeNetwork(),
    links: simulatedLinks((url) => void opened.push(url)),
    clock,
    random: systemRandom,
    log: silentLog,
    workers: builtWorkers,
    data: { path, key },
    readFile: (file) => readFile(file, 'utf8'),
    exportFiles: createPathFiles({ folder: path }, openPartRecords(join(path, 'exports'))),
    computer: 'LAPTOP-7',
    holder: `test ${process.pid}`,
    practice: false,
    stays: true,
    ...changes,
  });
  return {
    client: createRouterClient(engine.router, { context: {} }),
    clock,
    folder: path,
    opened,
    restart: async () => {
      await engine.close();
      return start(path, key, changes);
    },
    leave: () => engine.close(),
    dispose: async () => {
      await engine.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}
