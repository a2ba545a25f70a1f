import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePort } from 'node:worker_threads';
import { portMessage } from '../../../electron/contract/hand-over.ts';
import { fakeRouter } from './router.ts';
import { scenarioOf } from './scenario.ts';

/** What of a window the fake needs: the real one has much more. */
interface Page {
  readonly location: { readonly search: string };
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly MessagePort[] }) => void,
  ): void;
}

/** Takes the port that the screens offer, as the desktop's preload does, and serves sample data on it. */
export function serveFakeEngine(page: Page): void {
  const handler = new RPCHandler(fakeRouter(scenarioOf(page.location.search)));
  page.addEventListener('message', ({ data, ports }) => {
    const [port] = ports;
    if (data !== portMessage || port === undefined) return;
    handler.upgrade(port);
    port.start();
  });
}
