import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStoryHost } from '../../support/story-host/start-story-host.ts';

/** A host with an empty data folder, on a computer that cannot store keys. */
export interface FirstRun {
  link(): Promise<string>;
  /** Ends the host and starts it again on the same data. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

export async function launchFirstRun(): Promise<FirstRun> {
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-first-'));
  const start = () => startStoryHost({ dataDir: join(folder, 'data'), keyFile: null });
  let host = await start();
  return {
    link: () => host.link(),
    async startAgain() {
      await host.stop();
      host = await start();
    },
    async stop() {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
