import { once } from 'node:events';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

it('closes though a TLS handshake never ends', async () => {
  const server = createServer();
  const accepted = once(server, 'connection');
  const listener = await listen(server, 0);
  const held = connect({ host: '127.0.0.1', port: listener.port, allowHalfOpen: true });
  held.on('error', () => undefined);
  await accepted;

  await listener.close();
  expect(server.listening).toBe(false);
  held.destroy();
});

it('lives on when the system refuses a connection', async () => {
  const server = createServer();
  const listener = await listen(server, 0);
  for (const code of ['EMFILE', 'ENFILE']) {
    const refused = Object.assign(new Error(code), { code });
    expect(() => server.emit('error', refused)).not.toThrow();
  }
  await listener.close();
});
