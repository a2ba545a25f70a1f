import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { registeredProgram } from './windows-registry.ts';

/** What finding and starting a browser depends on. */
export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly exists: (path: string) => Promise<boolean>;
  /** The path that Windows has registered for a program, such as `firefox.exe`; null on other systems. */
  readonly registered: (program: string) => Promise<string | null>;
  /** Starts a separate program without a shell; false if that failed. */
  readonly start: (program: string, args: readonly string[]) => Promise<boolean>;
}

/** This process's environment. */
export const ownDesk: Desk = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  registered: async (program) =>
    process.platform === 'win32' ? await registeredProgram(program, process.env) : null,
  start: async (program, args) =>
    await new Promise((resolve) => {
      const child = spawn(program, args, { detached: true, stdio: 'ignore' });
      child.on('error', () => resolve(false));
      child.once('spawn', () => {
        child.unref();
        resolve(true);
      });
    }),
};
