import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const program = path.resolve(import.meta.dirname, '../../out/web.js');

let folder: string;
let host: ChildProcess;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evergrant-host-'));
  writeFileSync(path.join(folder, 'key'), randomBytes(32).toString('base64'), { mode: 0o600 });
});

function start(...more: readonly string[]): ChildProcess {
  const args = ['--json', '--no-open', '--key-file', path.join(folder, 'key'), ...more];
  const data = ['--data-dir', path.join(folder, 'data')];
  host = spawn(process.execPath, [program, ...args, ...data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return host;
}

async function listening(): Promise<URL> {
  const [line] = (await once(start().stdout ?? host, 'data')) as [Buffer];
  return new URL((JSON.parse(line.toString()) as { address: string }).address);
}

afterEach(async () => {
  if (host.exitCode === null) {
    const ended = once(host, 'exit');
    host.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function opened(address: URL, text: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(address.port), allowHalfOpen: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  await new Promise((sent) => socket.write(text, sent));
  return socket;
}

const upgrade = ({ host }: URL, origin: string): string =>
  `GET /rpc HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\n` +
  'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

it('lives on when peers reset the upgrades that it refuses', async () => {
  const address = await listening();
  const request = upgrade(address, 'http://evil.example');
  for (let round = 0; round < 20; round += 1) {
    const batch = Array.from({ length: 20 }, () => opened(address, request));
    for (const socket of await Promise.all(batch)) socket.resetAndDestroy();
  }
  expect((await fetch(address)).status).toBe(403);
  expect(host.exitCode).toBeNull();
});

it('ends when asked to, whatever is connected', async () => {
  const address = await listening();
  const held = [
    await opened(address, ''),
    await opened(address, 'GET / HTTP/1.1\r\nHost: '),
    await opened(address, upgrade(address, 'http://evil.example')),
    await opened(address, upgrade(address, address.origin)),
  ];
  await fetch(address);
  const ended = once(host, 'exit');
  host.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  for (const socket of held) socket.destroy();
});

it('lives on when nothing reads its output', async () => {
  const reserved = createServer().listen(0, '127.0.0.1');
  await once(reserved, 'listening');
  const { port } = reserved.address() as AddressInfo;
  await new Promise((closed) => reserved.close(closed));

  start('--port', String(port)).stdout?.destroy();
  const ended = once(host, 'exit');
  let status: number | null = null;
  while (status === null && host.exitCode === null) {
    status = await fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.status,
      () => null,
    );
  }
  host.kill('SIGTERM');
  expect([status, await ended]).toEqual([403, [0, null]]);
});
