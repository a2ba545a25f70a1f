import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { zipOf } from './zip.ts';

/** How the mirror answers a request for Electron's program. */
export type MirrorBehavior =
  | 'whole'
  | 'cutOff'
  | 'silent'
  | 'missing'
  | 'otherFile'
  | 'noZip'
  | 'brokenZip';

/** A mirror of Electron's downloads on this computer, with a small program in place of the real one. */
export interface ElectronMirror {
  /** The value for the variable `ELECTRON_MIRROR`. */
  readonly address: string;
  /** The proxy through which `http://mirror.example/` reaches the mirror. */
  readonly proxy: string;
  /** The requested paths. */
  readonly asked: readonly string[];
  /** Resolves at the first request. */
  readonly firstRequest: Promise<unknown>;
  behavior: MirrorBehavior;
  close(): Promise<void>;
}

/** Starts a mirror that serves one version. */
export async function startElectronMirror(version: string): Promise<ElectronMirror> {
  const program = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const good = zipOf({
    version,
    [program]: '#!/bin/sh\necho Electron\n',
    LICENSE: 'x'.repeat(5000),
  });
  // The archive is complete, but its last file does not match its checksum.
  const brokenZip = Buffer.from(good);
  brokenZip.write('y', good.indexOf('xxx'));
  const noZip = Buffer.from('<title>Sign in to the Wi-Fi</title>');
  const published: Partial<Record<MirrorBehavior, Buffer>> = { noZip, brokenZip };
  const asked: string[] = [];
  const state = { behavior: 'whole' as MirrorBehavior };

  const server = createServer((request, response) => {
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    asked.push(name);
    if (name === 'SHASUMS256.txt') {
      const zip = published[state.behavior] ?? good;
      const sum = createHash('sha256').update(zip).digest('hex');
      response.end(`${sum} *electron-v${version}-${process.platform}-${process.arch}.zip\n`);
    } else {
      answer(state.behavior, published[state.behavior] ?? good, response);
    }
  });
  const proxy = createServer().on('connect', (_: IncomingMessage, client) => {
    asked.push('CONNECT');
    const { port } = server.address() as AddressInfo;
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  const [mirrorPort, proxyPort] = [await listen(server), await listen(proxy)];
  return {
    address: `http://127.0.0.1:${mirrorPort}/`,
    proxy: `127.0.0.1:${proxyPort}`,
    asked,
    firstRequest: once(server, 'request'),
    get behavior() {
      return state.behavior;
    },
    set behavior(behavior) {
      state.behavior = behavior;
    },
    async close() {
      for (const each of [server, proxy]) {
        each.close();
        each.closeAllConnections();
      }
    },
  };
}

function answer(behavior: MirrorBehavior, zip: Buffer, response: ServerResponse): void {
  switch (behavior) {
    case 'whole':
    case 'noZip':
    case 'brokenZip':
      response.end(zip);
      return;
    case 'otherFile':
      response.end(Buffer.concat([zip, Buffer.from('!')]));
      return;
    case 'missing':
      response.writeHead(404).end();
      return;
    case 'silent':
      response.writeHead(200, { 'content-length': zip.byteLength });
      response.write(zip.subarray(0, 1000));
      return;
    case 'cutOff':
      response.writeHead(200, { 'content-length': zip.byteLength });
      response.write(zip.subarray(0, 1000), () => response.destroy());
  }
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
