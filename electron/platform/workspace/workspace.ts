import type { HostInfo } from '../../contract/contract.ts';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import type { ContractRouter } from './engine.ts';
import { refusedFolder } from './folder.ts';
import type { Folder, FolderName } from './folder.ts';
import { hostInfo } from './host-info.ts';
import type { HostFacts } from './host-info.ts';
import { createHostRouter } from './host-router.ts';
import type { HostActions } from './host-router.ts';
import { createRefusingRouter } from './refusing-router.ts';
import { createTurns } from './turns.ts';

/** What the host currently shows, the real data or Practice, and how to switch between them. */
export interface Workspace extends HostActions {
  /** The whole contract over the open data; waits while the data is being opened. */
  router(): Promise<ContractRouter>;
  /** Called after the workspace was switched or opened: earlier routers can't be used any more. */
  onSwitched(listener: () => void): () => void;
  /** Closes what is open, and ends the practice cloud. */
  close(): Promise<void>;
}

/** Opens a folder by name. Also resolves when it is locked or refused: that is a state to show. */
export type OpenFolder = (name: FolderName, reopen: () => void) => Promise<Folder>;

/**
 * Owns the one open folder and switches it. Switches run one after the other; calls wait for a running
 * switch.
 *
 * A host serves `router()` to a window and drops the window's connection when `onSwitched` is called.
 */
export function createWorkspace(
  facts: HostFacts,
  openFolder: OpenFolder,
  first: FolderName,
): Workspace {
  const listeners = new Set<() => void>();
  const inTurn = createTurns();
  let closed = false;

  const reopen = (): void => {
    if (!closed) void switchTo('practice').catch(() => undefined);
  };
  const openOrRefuse = async (name: FolderName): Promise<Folder> =>
    await openFolder(name, reopen).catch((error: unknown) => refusedFolder(name, error));
  let current = openOrRefuse(first);

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const switchTo = async (name: FolderName): Promise<HostInfo> =>
    await inTurn(async () => {
      if (closed) throw new EvergrantError('workspace.closed');
      const before = await current;
      await before.close();
      const opening = openFolder(name, reopen);
      current = opening.catch(() => openOrRefuse(before.name));
      try {
        await opening;
      } finally {
        await current;
        tell();
      }
      return await info();
    });
  /** After a file is repaired or space is freed, no restart is needed; open data stays open. */
  const tryAgain = async (): Promise<HostInfo> =>
    await inTurn(async () => {
      const before = await current;
      if (closed || before.status().state !== 'refused') return await info();
      await before.close();
      current = openOrRefuse(before.name);
      await current;
      tell();
      return await info();
    });
  const change = async (work: (folder: Folder) => Promise<void>): Promise<HostInfo> =>
    await inTurn(async () => {
      await work(await current);
      tell();
      return await info();
    });
  const info = async (): Promise<HostInfo> => await hostInfo(facts, await current);

  const actions: HostActions = {
    info,
    enterPractice: () => switchTo('practice'),
    leavePractice: () => switchTo('real'),
    tryAgain,
    unlock: (passphrase) => change((folder) => folder.unlock(passphrase)),
    setPassphrase: (passphrase) => change((folder) => folder.setPassphrase(passphrase)),
  };
  const host = createHostRouter(actions);
  return {
    ...actions,
    async router() {
      const folder = await current;
      const { state, problem } = folder.status();
      const engine = folder.router();
      const why = problem ?? { code: `workspace.${state}`, params: {}, retry: 'now' as const };
      return { ...(engine ?? createRefusingRouter(why)), host };
    },
    onSwitched(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      await inTurn(async () => await (await current).close());
    },
  };
}
