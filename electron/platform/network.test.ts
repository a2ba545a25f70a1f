// oxlint-disable-next-line import/no-unassigned-import -- @peculiar/x509 needs the polyfill before itself
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemFromNetworkError } from '../engine/errors/network-error.ts';
import { createNodeNetwork } from './network.ts';
import type { NodeNetwork } from './network.ts';
import { isPastProxy } from './proxies.ts';

let server: Server;
let address: string;
let caPem: string;
let network: NodeNetwork;

beforeAll(async () => {
  const { certificate, privateKey } = await selfSigned();
  caPem = certificate;
  server = createServer({ cert: certificate, key: privateKey }, (incoming, outgoing) => {
    if (incoming.url === '/moved') {
      outgoing.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    } else if (incoming.url === '/silent') {
      outgoing.writeHead(200).flushHeaders();
    } else {
      outgoing
        .writeHead(429, { 'set-cookie': 'session=1', 'retry-after': '3' })
        .end(JSON.stringify({ method: incoming.method, cookie: incoming.headers.cookie ?? null }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  network = createNodeNetwork();
});
afterEach(async () => {
  await network.close();
});

async function selfSigned(): Promise<{
  readonly certificate: string;
  readonly privateKey: string;
}> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test CA',
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 3_600_000),
    extensions: [
      new BasicConstraintsExtension(true),
      new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }]),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    certificate: certificate.toString('pem'),
    privateKey: `-----BEGIN PRIVATE KEY-----\n${pkcs8.toString('base64')}\n-----END PRIVATE KEY-----\n`,
  };
}

/** A port that was free a moment earlier. */
async function addressOfNobody(): Promise<string> {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  return `https://127.0.0.1:${port}/`;
}

const get = { method: 'GET', headers: {} } as const;

describe('the network', () => {
  it('gives any HTTP status as an answer and keeps no cookie', async () => {
    for (const _ of [1, 2]) {
      const answer = await network.send({ ...get, url: `${address}/`, caPem });
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toBe('3');
      expect(await answer.json()).toEqual({ method: 'GET', cookie: null });
    }
  });

  it("trusts a custom cloud's CA for that cloud's requests alone", async () => {
    await network.send({ ...get, url: `${address}/`, caPem }).then((answer) => answer.text());
    await expect(network.send({ ...get, url: `${address}/` })).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|SELF_SIGNED|UNABLE_TO/),
    });
  });

  it('refuses a redirect', async () => {
    await expect(network.send({ ...get, url: `${address}/moved`, caPem })).rejects.toMatchObject({
      code: 'EREDIRECT',
    });
  });

  it("says the system's code when nobody answers", async () => {
    await expect(network.send({ ...get, url: await addressOfNobody() })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await expect(network.send({ ...get, url: 'https://nowhere.invalid/' })).rejects.toMatchObject({
      code: expect.stringMatching(/^ENOTFOUND$|^EAI_/),
    });
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const answer = await network.send({
      ...get,
      url: `${address}/silent`,
      caPem,
      signal: controller.signal,
    });
    controller.abort(reason);
    await expect(answer.text()).rejects.toBe(reason);
    await expect(
      network.send({ ...get, url: `${address}/`, caPem, signal: controller.signal }),
    ).rejects.toBe(reason);
  });
});

describe('what the proxy does is reported as its doing', () => {
  let proxy: HttpServer;
  let proxyPort: number;
  let asked: string[];
  let answer: string;
  let connected: (socket: Duplex) => unknown;

  beforeEach(async () => {
    asked = [];
    connected = (socket) => socket.end(`HTTP/1.1 ${answer}\r\nContent-Length: 0\r\n\r\n`);
    proxy = createHttpServer().on('connect', (incoming: IncomingMessage, socket: Duplex) => {
      asked.push(incoming.url ?? '');
      socket.on('error', () => socket.destroy());
      connected(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    proxyPort = (proxy.address() as AddressInfo).port;
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    proxy.closeAllConnections();
    proxy.close();
  });

  const url = 'https://login.microsoftonline.example/token';

  async function problemBehind(proxyAddress: string): Promise<unknown> {
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'NO_PROXY']) {
      vi.stubEnv(name, undefined);
    }
    vi.stubEnv('HTTPS_PROXY', proxyAddress);
    const behindProxy = createNodeNetwork();
    try {
      await behindProxy.send({ ...get, url });
      throw new Error('An answer came.');
    } catch (error) {
      return problemFromNetworkError(error, 'login.microsoftonline.example');
    } finally {
      await behindProxy.close();
    }
  }

  it.each(['', 'http://', 'http://jane:secret@'])(
    'with the address "%shost:port": a sign-in that it demands',
    async (before) => {
      answer = '407 Proxy Authentication Required';
      expect(await problemBehind(`${before}127.0.0.1:${proxyPort}`)).toMatchObject({
        code: 'network.proxySignIn',
        params: { proxy: `http://127.0.0.1:${proxyPort}` },
      });
      expect(asked).toEqual(['login.microsoftonline.example:443']);
    },
  );

  it('an address that it refuses', async () => {
    answer = '403 Forbidden';
    expect(await problemBehind(`127.0.0.1:${proxyPort}`)).toMatchObject({
      code: 'network.namedProxy',
      params: { proxy: `http://127.0.0.1:${proxyPort}`, reason: 'HTTP 403' },
    });
  });

  it('a proxy that is not there', async () => {
    const { host } = new URL(await addressOfNobody());
    expect(await problemBehind(host)).toMatchObject({
      code: 'network.namedProxy',
      params: { proxy: `http://${host}`, reason: 'ECONNREFUSED' },
    });
    expect(await problemBehind('nowhere.invalid:3128')).toMatchObject({
      code: 'network.namedProxy',
      params: { proxy: 'http://nowhere.invalid:3128' },
    });
  });

  /** What a proxy does with the connection after the CONNECT request. */
  const oddities: readonly (readonly [string, (socket: Duplex) => unknown, reason: RegExp])[] = [
    ['closes it', (socket) => socket.end(), /^UND_ERR_PRX_CONN$/],
    ['closes it in its answer', (socket) => socket.end('HTTP/1.1 20'), /^UND_ERR_PRX_CONN$/],
    ['answers no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'), /^H/],
    ['closes it after its yes', (socket) => afterYes(socket, () => socket.end()), /^ECONNRESET$/],
    [
      'answers the handshake with a page',
      (socket) => afterYes(socket, () => socket.end('<html>Blocked</html>')),
      /^ERR_SSL_WRONG_VERSION_NUMBER$|^EPROTO$/,
    ],
  ];

  function afterYes(socket: Duplex, act: () => unknown): void {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.once('data', act);
  }

  it.each(oddities)('a proxy that %s', async (_, act, reason) => {
    connected = act;
    expect(await problemBehind(`127.0.0.1:${proxyPort}`)).toMatchObject({
      code: 'network.namedProxy',
      params: { proxy: `http://127.0.0.1:${proxyPort}`, reason: expect.stringMatching(reason) },
    });
  });

  it('a certificate of its own that is not trusted', async () => {
    const { port } = server.address() as AddressInfo;
    connected = (socket) => {
      const inspected = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(inspected).pipe(socket);
      });
      inspected.on('error', () => socket.destroy());
    };
    expect(await problemBehind(`127.0.0.1:${proxyPort}`)).toMatchObject({
      code: 'network.proxyTls',
      params: { proxy: `http://127.0.0.1:${proxyPort}`, host: 'login.microsoftonline.example' },
      retry: 'never',
    });
  });

  it.each(['ftp://127.0.0.1:1', 'http://[', ':3128'])(
    'an address that is none: %s',
    async (wrong) => {
      expect(await problemBehind(wrong)).toMatchObject({ code: 'network.namedProxy' });
    },
  );
});

it.each([
  ['https://login.example/x', 'login.example', true],
  ['https://a.login.example/x', '.login.example', true],
  ['https://login.example/x', '*.login.example', false],
  ['https://login.example/x', 'other.example, *', true],
  ['https://login.example/x', 'login.example:8443', false],
  ['https://[::1]:8443/x', '[::1]:8443', true],
  ['https://mylogin.example/x', 'login.example', false],
  ['https://login.example/x', '', false],
])('%s with NO_PROXY "%s" goes past the proxy: %s', (asked, noProxy, is) => {
  expect(isPastProxy(asked, noProxy)).toBe(is);
});

it('asks no proxy for addresses of this computer', async () => {
  vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9');
  const behindProxy = createNodeNetwork();
  try {
    const answer = await behindProxy.send({ url: address, method: 'GET', headers: {}, caPem });
    expect(answer.status).toBe(429);
  } finally {
    vi.unstubAllEnvs();
    await behindProxy.close();
  }
});
