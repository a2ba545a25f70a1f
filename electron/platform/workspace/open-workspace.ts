import { entryPath } from '../entries.ts';
import { createKeys, createPracticeKeys } from '../keys/keys.ts';
import type { KeySources } from '../keys/keys.ts';
import { makeDataFolder } from '../make-data-folder.ts';
import { dataFolders } from '../paths.ts';
import { furnishPractice } from '../practice/furnish.ts';
import { newcomer, practiceHome, practiceReset } from '../practice/manifest.ts';
import { keepPracticeRunning } from '../practice/practice-process.ts';
import type { StartProcess } from '../practice/practice-process.ts';
import type { CreateEngine } from './engine.ts';
import { openFolder } from './folder.ts';
import type { Folder, FolderName, HostPorts } from './folder.ts';
import { createWorkspace } from './workspace.ts';
import type { HostFacts } from './host-info.ts';
import type { Workspace } from './workspace.ts';

/** Everything that a host provides for a workspace. */
export interface WorkspaceOptions extends HostFacts {
  readonly dataDir: string;
  readonly first: FolderName;
  readonly ports: HostPorts;
  readonly keySources: KeySources;
  readonly startProcess: StartProcess;
  readonly createEngine: CreateEngine;
  /** A person permits a ledger of the real data to be created: they restore a backup. */
  readonly mayMakeLedger?: boolean;
}

/** The workspace over a data folder: the real data in it, Practice in a subfolder. */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { ports, createEngine } = options;
  const folders = dataFolders(options.dataDir);

  const keys = createKeys(folders.real, options.keySources, ports.random, ports.log);

  const openReal = async (): Promise<Folder> => {
    makeDataFolder(folders.real);
    return await openFolder({
      name: 'real',
      path: folders.real,
      keys,
      ports: { ...ports, online: options.online },
      createEngine,
      mayMakeLedger: options.mayMakeLedger ?? false,
    });
  };
  const openPractice = async (reopen: () => void): Promise<Folder> => {
    makeDataFolder(folders.practiceCloud);
    const cloud = await keepPracticeRunning({
      script: entryPath('practice'),
      stateDir: folders.practiceCloud,
      start: options.startProcess,
      clock: ports.clock,
      log: ports.log,
      onRestarted: reopen,
    });
    return await openFolder({
      name: 'practice',
      path: folders.practice,
      keys: createPracticeKeys(folders.practice, ports.random),
      ports,
      createEngine,
      newcomer: newcomer(cloud.manifest),
      home: practiceHome(cloud.manifest),
      rehearsal: practiceReset(cloud.manifest),
      prepare: (router) => furnishPractice(folders.practice, router, cloud.manifest, ports),
      onClose: () => cloud.stop(),
    });
  };
  return createWorkspace(
    options,
    (name: FolderName, reopen) => (name === 'real' ? openReal() : openPractice(reopen)),
    options.first,
  );
}
