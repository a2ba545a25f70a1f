import { utilityProcess } from 'electron/main';
import type { StartProcess } from '../platform/practice/practice-process.ts';

/**
 * Starts a script as one of Electron's utility processes: the fuse that would let our program run as plain
 * Node is off.
 *
 * Source: electronjs.org/docs/latest/tutorial/fuses#runasnode
 */
export const startUtilityProcess: StartProcess = (script, args) => {
  const child = utilityProcess.fork(script, [...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    serviceName: 'Evergrant practice cloud',
  });
  // V8's fatal error; the exit event follows.
  child.on('error', () => undefined);
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) {
    throw new Error('A utility process was started without its output.');
  }
  return {
    // Electron types them as generic streams; they are readable.
    stdout: stdout as NodeJS.ReadStream,
    stderr: stderr as NodeJS.ReadStream,
    onExit: (listener) => {
      child.once('exit', (code) => listener(`code ${code}`));
    },
    kill: () => {
      child.kill();
    },
  };
};
