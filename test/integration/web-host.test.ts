import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedLinks } from '../support/simulated-links.ts';
import { WebSocket } from 'ws';
import type { contract } from '../../electron/contract/contract.ts';
import type { Log } from '../../electron/engine/kernel/ports.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { systemRandom } from '../../electron/platform/random.ts';
import { openFolder } from '../../electron/platform/workspace/folder.ts';
import { createRefusingRouter } from '../../electron/platform/workspace/refusing-router.ts';
import { createWorkspace } from '../../electron/platform/workspace/workspace.ts';
import type { Workspace } from '../../electron/platform/workspace/workspace.ts';
import { createDownloads } from '../../electron/web/downloads.ts';
import type { Downloads } from '../../electron/web/downloads.ts';
import { startWebHost } from '../../electron/web/web-host.ts';
import type { WebHost } from '../../electron/web/web-host.ts';
import { createText } from '../../text/create-text.ts';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

let folder: string;
let workspace: Workspace;
let host: WebHost;
let downloads: Downloads;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evergrant-web-'));
  const rendererDir = join(folder, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(folder, 'ledger.db'), 'customers');
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><title>Screens</title>');
  await writeFile(join(rendererDir, 'assets', 'main.js'), 'export {};');
  downloads = createDownloads(systemRandom);
  workspace = createWorkspace(
    { host: 'web', version: '1.2.3', online: () => true },
    (name) =>
      openFolder({
        name,
        path: folder,
        keys: {
          find: async () => ({ state: 'found', keeper: 'keyring', key: new Uint8Array(32) }),
          unlock: () => Promise.reject(new Error('not locked')),
          setPassphrase: () => Promise.reject(new Error('not locked')),
        },
        ports: {
          network: { send: () => Promise.reject(new Error('no network here')) },
          links: simulatedLinks(() => undefined),
          clock: systemClock,
          random: systemRandom,
          log: silent,
          workers: {
            start: () => {
              throw new Error('no threads here');
            },
          },
          readFile: () => Promise.reject(new Error('no files here')),
          exportFiles: downloads,
          computer: 'LAPTOP-7',
          holder: 'test',
        },
        createEngine: async () => ({
          router: createRefusingRouter({ code: 'engine.asked', params: {}, retry: 'never' }),
          close: async () => undefined,
        }),
      }),
    'real',
  );
  host = await start();
});

afterEach(async () => {
  await host.close();
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(port = 0): Promise<WebHost> {
  return await startWebHost({
    workspace,
    rendererDir: join(folder, 'renderer'),
    port,
    random: systemRandom,
    downloads,
    log: silent,
    text: createText(),
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends a request exactly as written: fetch would correct Host and the path. */
async function ask(
  path: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  } = {},
): Promise<Answer> {
  const { port } = new URL(host.address);
  return await new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers },
      (incoming) => {
        let body = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (text: string) => (body += text));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

async function click(link: string, origin = host.address): Promise<Answer> {
  return await ask('/open', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URL(link).search.slice(1),
  });
}

/** Redeems the link as a browser does. */
async function signIn(): Promise<{ readonly cookie: string; readonly key: string }> {
  const { headers, body } = await click(host.link());
  const [setCookie] = headers['set-cookie'] as string[];
  const key = /data-key="([^"]+)"/.exec(body)?.[1];
  if (setCookie === undefined || key === undefined) throw new Error('The link did not open.');
  return { cookie: setCookie.split(';')[0] ?? '', key };
}

/** Opens `/rpc` and sends the key; returns the first message, or the code with which it was closed. */
async function knock(
  headers: Record<string, string>,
  key: string,
): Promise<{ readonly socket: WebSocket; readonly said: string | number }> {
  const socket = new WebSocket(`${host.address.replace('http', 'ws')}/rpc`, { headers });
  return await new Promise((resolve) => {
    socket.once('open', () => socket.send(key));
    socket.once('message', (data: Buffer) => resolve({ socket, said: data.toString() }));
    socket.once('close', (code) => resolve({ socket, said: code }));
    socket.once('unexpected-response', (_request, answer) =>
      resolve({ socket, said: answer.statusCode ?? 0 }),
    );
    socket.once('error', () => undefined);
  });
}

describe('the one-time link', () => {
  it('shows a button, however often it is looked at, and burns nothing', async () => {
    const link = new URL(host.link());
    for (const _ of [1, 2]) {
      const page = await ask(link.pathname + link.search);
      expect(page.status).toBe(200);
      expect(page.body).toContain('<button type="submit"');
      expect(page.headers['set-cookie']).toBeUndefined();
    }
    expect((await click(link.href)).status).toBe(200);
  });

  it('opens once, with a cookie that scripts and other sites cannot use', async () => {
    const link = host.link();
    const first = await click(link);
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict$/);
    const second = await click(link);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('This link has already been used');
    expect(host.link()).not.toBe(link);
  });

  it('is refused with a code that was never given out', async () => {
    expect((await click(`${host.address}/open?once=guess`)).status).toBe(403);
  });
});

describe('requests from elsewhere', () => {
  it.each(['evil.example', 'localhost:1', '127.0.0.1'])(
    'with Host %s are refused',
    async (name) => {
      const { cookie } = await signIn();
      expect((await ask('/', { headers: { host: name, cookie } })).status).toBe(403);
    },
  );

  it('with a foreign Origin are refused, and a POST without one too', async () => {
    const { cookie } = await signIn();
    const foreign = await ask('/', { headers: { cookie, origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    expect((await click(host.link(), 'https://evil.example')).status).toBe(403);
    expect((await click(host.link(), 'null')).status).toBe(403);
    const silentPost = await ask('/open', { method: 'POST', body: new URL(host.link()).search });
    expect(silentPost.status).toBe(403);
  });

  it('never see the screens without a session', async () => {
    expect((await ask('/')).status).toBe(403);
    expect((await ask('/assets/main.js')).status).toBe(403);
  });

  it('cannot leave the folder of the screens', async () => {
    const { cookie } = await signIn();
    for (const path of [
      '/../ledger.db',
      '/assets/../../ledger.db',
      '/%2e%2e/ledger.db',
      '/..%2fledger.db',
      '/..%5cledger.db',
      '//../ledger.db',
      '/assets/%2e%2e/%2e%2e/ledger.db',
    ]) {
      const answer = await ask(path, { headers: { cookie } });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).not.toContain('customers');
    }
  });
});

describe('the screens', () => {
  it('come with one strict policy', async () => {
    const { cookie } = await signIn();
    const page = await ask('/', { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('Screens');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect((await ask('/assets/main.js', { headers: { cookie } })).headers['content-type']).toMatch(
      /javascript/,
    );
  });

  it('are answered over a socket that brings cookie and key', async () => {
    const { cookie, key } = await signIn();
    const { socket, said } = await knock({ cookie, origin: host.address }, key);
    expect(said).toBe('ready');
    const client: ContractRouterClient<typeof contract> = createORPCClient(
      new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
    );
    expect(await client.host.info()).toMatchObject({ host: 'web', state: 'ready' });
    await expect(client.profiles.list()).rejects.toMatchObject({
      code: 'EVERGRANT',
      data: { code: 'engine.asked' },
    });
    socket.close();
  });

  it('are told to load anew when the workspace is switched', async () => {
    const { cookie, key } = await signIn();
    const { socket } = await knock({ cookie, origin: host.address }, key);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await workspace.enterPractice();
    expect(await closed).toBe(4409);
  });
});

describe('a socket is refused', () => {
  it('with the cookie but without the key', async () => {
    const { cookie } = await signIn();
    expect((await knock({ cookie, origin: host.address }, 'guess')).said).toBe(4401);
  });

  it('with the key of another session', async () => {
    const { cookie } = await signIn();
    const other = await signIn();
    expect((await knock({ cookie, origin: host.address }, other.key)).said).toBe(4401);
  });

  it('without the cookie, without an Origin or with a foreign one', async () => {
    const { cookie, key } = await signIn();
    expect((await knock({ origin: host.address }, key)).said).toBe(403);
    expect((await knock({ cookie }, key)).said).toBe(403);
    expect((await knock({ cookie, origin: 'http://localhost:1' }, key)).said).toBe(403);
  });
});

it('a taken port is named', async () => {
  const port = Number(new URL(host.address).port);
  await expect(start(port)).rejects.toMatchObject({ code: 'web.portTaken', params: { port } });
});

describe('an export', () => {
  const file = { name: 'Zürich groups.csv', mediaType: 'text/csv; charset=utf-8' };

  it('is taken once, by a browser with the session, under its name', async () => {
    const { cookie } = await signIn();
    const place = downloads.choose(file, new AbortController().signal);
    const path = place.download ?? '';
    expect((await ask(path)).status).toBe(403);
    expect((await ask(path, { method: 'HEAD', headers: { cookie } })).status).toBe(405);
    const answer = ask(path, { headers: { cookie } });
    const sink = await place.opened;
    await sink?.write(Buffer.from('a,b\r\n'));
    await sink?.commit();
    expect(await answer).toMatchObject({
      status: 200,
      body: 'a,b\r\n',
      headers: {
        'cache-control': 'no-store',
        'content-disposition':
          'attachment; filename="Z_rich_groups.csv"; filename*=UTF-8\'\'Z%C3%BCrich%20groups.csv',
      },
    });
    expect((await ask(path, { headers: { cookie } })).status).toBe(404);
  });

  it.each([0, 5])('that fails after %i pieces breaks the connection off', async (pieces) => {
    const { cookie } = await signIn();
    const place = downloads.choose(file, new AbortController().signal);
    const answer = ask(place.download ?? '', { headers: { cookie } }).then(
      ({ status }) => status,
      () => 'broken off',
    );
    const sink = await place.opened;
    for (let piece = 0; piece < pieces; piece += 1) await sink?.write(Buffer.alloc(100_000, 65));
    await sink?.abort();
    expect(await answer).not.toBe(200);
  });
});
