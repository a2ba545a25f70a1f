import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { entryPath } from '../../../electron/platform/entries.ts';
import { programPath } from '../programs/programs.ts';
import { storyEvent } from './protocol.ts';
import type { StoryCommand, StoryEvent, StoryHostOptions } from './protocol.ts';

/** A running story host. */
export interface StoryHost {
  /** A link that opens one window and works once. */
  link(): Promise<string>;
  /**
   * The oldest address opened in the person's own browser that was not returned yet; otherwise waits for the
   * next.
   */
  openedAddress(): Promise<string>;
  /** Sets the engine's clock forward. */
  jump(ms: number): Promise<void>;
  /** Reports that the operating system has a network, or none. */
  network(online: boolean): Promise<void>;
  /** Ends the process as a person would. */
  stop(): Promise<void>;
  /** Ends the process as a crash would. */
  kill(): Promise<void>;
}

/** Starts a story host and waits until it serves. Rejects with its output if it ends first. */
export async function startStoryHost(options: StoryHostOptions): Promise<StoryHost> {
  const child = spawn(
    process.execPath,
    [programPath('story-host'), entryPath('renderer'), JSON.stringify(options)],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const heard: StoryEvent[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    heard.push(storyEvent.parse(JSON.parse(line)));
    for (const look of waiting) look();
  });

  const next = async <K extends StoryEvent['event']>(
    kind: K,
  ): Promise<Extract<StoryEvent, { event: K }>> =>
    await new Promise((resolve, reject) => {
      const look = (): void => {
        const index = heard.findIndex(({ event }) => event === kind);
        if (index < 0) return;
        waiting.delete(look);
        resolve(heard.splice(index, 1)[0] as Extract<StoryEvent, { event: K }>);
      };
      waiting.add(look);
      void ended.then(() =>
        reject(new Error(`The story host ended before it said '${kind}'.\n${complaints}`)),
      );
      look();
    });
  const say = (command: StoryCommand): void => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };

  await next('ready');
  return {
    async link() {
      say({ command: 'link' });
      return (await next('link')).link;
    },
    openedAddress: async () => (await next('open')).url,
    async jump(ms) {
      say({ command: 'jump', ms });
      await next('jumped');
    },
    async network(online) {
      say({ command: 'network', online });
      await next('network');
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
