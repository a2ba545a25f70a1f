import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { EvergrantError } from '../../engine/errors/evergrant-error.ts';
import type { Clock, Log } from '../../engine/kernel/ports.ts';
import { practiceManifest } from './manifest.ts';
import type { PracticeManifest } from './manifest.ts';

/** A started practice cloud, as far as the host uses it. */
export interface PracticeChild {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Called once, when the process has ended or could not be started. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

/** Starts a script in a separate process. Electron needs another way: its run-as-node fuse is off. */
export type StartProcess = (script: string, args: readonly string[]) => PracticeChild;

/** A practice cloud that is restarted when it ends. */
export interface PracticeCloud {
  readonly manifest: PracticeManifest;
  stop(): Promise<void>;
}

/** Starts `node script` with this process's own Node. Its standard input closes when this process ends. */
export const startNodeProcess: StartProcess = (script, args) => {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  // Pipes may break when their process ends; the exit event reports the reason.
  child.stdin.on('error', () => undefined);
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    onExit(listener) {
      child.on('error', (error) => listener(error.message));
      child.once('exit', (code, signal) => listener(`code ${code ?? signal}`));
    },
    kill: () => void child.kill(),
  };
};

const mostRestarts = 3;
const restartWindowMs = 60_000;

/**
 * Starts the practice cloud and reads its manifest. If it ends unexpectedly it is restarted, at most three
 * times a minute; `onRestarted` is called because its addresses change.
 *
 * @throws EvergrantError `practice.notStarted`
 */
export async function keepPracticeRunning(options: {
  readonly script: string;
  readonly stateDir: string;
  readonly start: StartProcess;
  readonly clock: Clock;
  readonly log: Log;
  readonly onRestarted: (manifest: PracticeManifest) => void;
}): Promise<PracticeCloud> {
  const { clock, log } = options;
  const restarts: number[] = [];
  let stopped = false;
  let current = startOnce(options);
  const watch = (run: Run): void => {
    void run.ended.then(async (reason) => {
      if (stopped) return;
      log.warn('practice.ended', { reason });
      const now = clock.now();
      restarts.push(now);
      if (restarts.filter((at) => now - at < restartWindowMs).length > mostRestarts) {
        log.error('practice.givenUp', { restarts: restarts.length });
        return;
      }
      current = startOnce(options);
      watch(current);
      await current.manifest.then(
        (manifest) => stopped || options.onRestarted(manifest),
        () => undefined,
      );
    });
  };
  const manifest = await current.manifest;
  watch(current);
  return {
    manifest,
    async stop() {
      stopped = true;
      current.kill();
      await current.ended;
    },
  };
}

interface Run {
  readonly manifest: Promise<PracticeManifest>;
  readonly ended: Promise<string>;
  kill(): void;
}

function startOnce(options: {
  readonly script: string;
  readonly stateDir: string;
  readonly start: StartProcess;
  readonly log: Log;
}): Run {
  const child = options.start(options.script, ['--state', options.stateDir]);
  let complaint = '';
  for (const pipe of [child.stdout, child.stderr]) pipe.on('error', () => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  const ended = new Promise<string>((resolve) => child.onExit(resolve));
  const manifest = new Promise<PracticeManifest>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      try {
        resolve(practiceManifest.parse(JSON.parse(line)));
      } catch (cause) {
        reject(new EvergrantError('practice.notStarted', { retry: 'now', cause }));
      }
    });
    void ended.then((reason) => {
      const cause = new Error(`${reason}\n${complaint}`);
      reject(new EvergrantError('practice.notStarted', { retry: 'now', cause }));
    });
  });
  manifest.catch((error: unknown) => {
    const { cause } = error as Error;
    options.log.error('practice.notStarted', { reason: String(cause).slice(0, 2000) });
    child.kill();
  });
  return { manifest, ended, kill: () => child.kill() };
}
