import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program is run. */
export interface ProgramPlace {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The account to run it under, if not our own. */
  readonly account: number | null;
}

/**
 * Runs a program to its end, without a shell; whatever it starts ends with it. Resolves with its exit code,
 * or null when a signal ended it.
 *
 * Rejects with the system's error when it can't be started. When the signal aborts, rejects with the signal's
 * reason after the program has ended.
 */
export async function runToEnd(
  program: string,
  args: readonly string[],
  { folder, env, account }: ProgramPlace,
  signal: AbortSignal,
): Promise<number | null> {
  signal.throwIfAborted();
  const isGroup = process.platform !== 'win32';
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...env },
    stdio: 'ignore',
    windowsHide: true,
    // A separate process group: a browser consists of many processes.
    detached: isGroup,
    ...(account !== null && { uid: account, gid: account }),
  });
  // Also if terminating it fails.
  child.on('error', () => undefined);
  const { pid } = child;
  const end = (): void => {
    if (isGroup && pid !== undefined) killGroup(pid);
    else child.kill('SIGKILL');
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    signal.throwIfAborted();
    return code;
  } finally {
    signal.removeEventListener('abort', end);
    if (isGroup && pid !== undefined) killGroup(pid);
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
