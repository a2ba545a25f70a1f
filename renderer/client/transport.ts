import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { portMessage } from '../../electron/contract/hand-over.ts';
import type { EngineClient } from './engine-client.ts';

/**
 * Why a connection ended: `newLink` needs a new one-time link, `reload` a page reload, `gone` means that the
 * host has ended.
 */
export type LossReason = 'newLink' | 'reload' | 'gone';

/** An open connection to the engine. */
export interface EngineLine {
  readonly client: EngineClient;
  /** Settles when the connection is cut; never rejects. */
  readonly lost: Promise<LossReason>;
}

/** The name under which the web host's opening page stores the session's key. */
const keyName = 'evergrant.key';

const closeReasons: ReadonlyMap<number, LossReason> = new Map([
  [4401, 'newLink'],
  [4409, 'reload'],
]);

/**
 * Opens the connection to the engine: a WebSocket if the web host stored a key, otherwise a MessagePort that
 * the desktop's preload takes over. If no preload takes the port, calls on it are never answered.
 *
 * @throws LineLostError when the host closes the socket before it is ready.
 */
export async function openLine(page: Window): Promise<EngineLine> {
  const key = page.sessionStorage.getItem(keyName);
  return key === null ? offerPort(page) : openSocket(page, key);
}

function offerPort(page: Window): EngineLine {
  const { port1, port2 } = new MessageChannel();
  page.postMessage(portMessage, page.origin, [port2]);
  port1.start();
  return {
    client: createORPCClient(new PortLink({ port: port1 })),
    lost: new Promise((resolve) => {
      port1.addEventListener('close', () => resolve('gone'));
    }),
  };
}

/** The key is sent first; the host answers `ready`, and only then does the socket carry calls. */
function openSocket(page: Window, key: string): Promise<EngineLine> {
  const address = new URL('/rpc', page.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  const lost = new Promise<LossReason>((resolve) => {
    socket.addEventListener('close', (event) => resolve(closeReasons.get(event.code) ?? 'gone'));
  });
  return new Promise((resolve, reject) => {
    void lost.then((reason) => reject(new LineLostError(reason)));
    socket.addEventListener('open', () => socket.send(key), { once: true });
    socket.addEventListener(
      'message',
      () => resolve({ client: createORPCClient(new SocketLink({ websocket: socket })), lost }),
      { once: true },
    );
  });
}

/** The connection could not be opened, or was cut. */
export class LineLostError extends Error {
  readonly reason: LossReason;

  constructor(reason: LossReason) {
    super(reason);
    this.name = 'LineLostError';
    this.reason = reason;
  }
}
