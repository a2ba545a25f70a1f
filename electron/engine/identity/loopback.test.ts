import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { listenOnLoopback } from './loopback.ts';
import type { Loopback } from './loopback.ts';

const page = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'Granted' };

let sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});

/** A connection that the listener has accepted, with what was sent over it. */
async function connected({ port }: Loopback, text: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (text !== '') await new Promise((sent) => socket.write(text, sent));
  return socket;
}

it.each([
  ['never asked for anything', ''],
  ['stopped in the middle of its request', 'GET /?code=1 HTTP/1.1\r\nHost: localhost'],
])('closes though a browser holds a connection that %s', async (_, text) => {
  const listener = await listenOnLoopback(() => page);
  const held = await connected(listener, text);
  const ended = new Promise<string>((resolve) => {
    for (const event of ['end', 'close']) held.resume().on(event, () => resolve('ended'));
  });
  // Answered after the first one, so the listener knows both now.
  await once((await connected(listener, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).resume(), 'end');

  await listener.close();
  expect(await ended).toBe('ended');
});

it('closes though a browser never closes its own end, and the page it asked for arrives', async () => {
  const closing = Promise.withResolvers<void>();
  const listener: Loopback = await listenOnLoopback(() => {
    closing.resolve(listener.close());
    return page;
  });
  const socket = await connected(listener, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  await once(socket, 'end');
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK[^]*Granted/);
  await closing.promise;
});
