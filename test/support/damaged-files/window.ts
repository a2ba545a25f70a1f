import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { contract } from '../../../electron/contract/contract.ts';
import { projectRoot } from '../programs/programs.ts';

/** A connection to the engine, as a window of the web host has it. */
export interface WindowLine {
  readonly client: ContractRouterClient<typeof contract>;
  close(): void;
}

/** The web host as a separate process. */
export interface WindowHost {
  /** Opens a window, or reloads one that is open. */
  open(): Promise<WindowLine>;
  /** Ends the process as a service manager does. Returns the lines that it printed. */
  end(): Promise<readonly string[]>;
}

const listening = z.object({ address: z.string(), link: z.string() });

/**
 * Starts the built web host on a data folder.
 *
 * @param through a program with arguments that starts the host, for example with fewer rights
 */
export async function startWindowHost(
  folder: string,
  keyFile: string,
  through: readonly string[] = [],
): Promise<WindowHost> {
  const data = ['--data-dir', folder, '--key-file', keyFile];
  const script = path.join(projectRoot, 'out/web.js');
  const start = [...through, process.execPath, script, '--json', '--no-open', ...data];
  const [program = '', ...args] = start;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed: string[] = [];
  const lines = createInterface({ input: child.stdout }).on('line', (one) => printed.push(one));
  const [line] = (await once(lines, 'line')) as [string];
  const { address, link } = listening.parse(JSON.parse(line));
  // The link works once; afterwards the cookie and the key are valid for every load of the page.
  const opened = await fetch(new URL('/open', address), {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URL(link).search.slice(1),
  });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const key = /data-key="([^"]+)"/.exec(await opened.text())?.[1] ?? '';
  return {
    async open() {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/rpc`, {
        headers: { cookie, origin: address },
      });
      await once(socket, 'open');
      socket.send(key);
      await once(socket, 'message');
      const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
      return { client: createORPCClient(link), close: () => socket.close() };
    },
    async end() {
      const isRunning = child.exitCode === null && child.signalCode === null;
      const ended = isRunning ? once(child, 'close') : Promise.resolve();
      child.kill('SIGTERM');
      await ended;
      return printed;
    },
  };
}
