import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { programPath } from './programs/programs.ts';

/** The result of a run of the command. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the `evergrant` command. */
export interface CommandRun {
  readonly ended: Promise<CommandEnd>;
  /** Resolves with the first line of standard error that matches; rejects if the command ends first. */
  said(pattern: RegExp): Promise<string>;
  interrupt(signal?: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void;
  /** Kills the process, as a power cut would. */
  kill(): void;
}

/**
 * Starts `evergrant` as a script would, on a separate data folder.
 *
 * @param through a program with arguments that starts the command, for example with fewer rights
 */
export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
): CommandRun {
  const [program = '', ...rest] = [...through, process.execPath, programPath('cli'), ...args];
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const out: string[] = [];
  const errors: string[] = [];
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  createInterface({ input: child.stderr }).on('line', (line) => {
    errors.push(line);
    for (const look of waiting) look();
  });
  const ended = new Promise<CommandEnd>((resolve) => {
    child.once('close', (code) =>
      resolve({ code, stdout: out.join(''), stderr: errors.join('\n') }),
    );
  });
  return {
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const line = errors.find((one) => pattern.test(one));
          if (line === undefined) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        look();
        void ended.then(({ stderr }) => reject(new Error(`Never said ${pattern}:\n${stderr}`)));
      }),
    interrupt: (signal = 'SIGINT') => void child.kill(signal),
    kill: () => void child.kill('SIGKILL'),
  };
}
