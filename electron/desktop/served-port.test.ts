import { EventEmitter } from 'node:events';
import type { MessagePortMain } from 'electron/main';
import { describe, expect, it, vi } from 'vitest';
import { ServedPort } from './served-port.ts';

function open(): {
  readonly raw: EventEmitter;
  readonly sent: unknown[];
  readonly port: ServedPort;
} {
  const sent: unknown[] = [];
  const raw = Object.assign(new EventEmitter(), {
    postMessage: (data: unknown) => sent.push(data),
    start: () => {},
    close: () => {},
  });
  return { raw, sent, port: new ServedPort(raw as unknown as MessagePortMain) };
}

describe('a page’s port', () => {
  it('passes messages on', () => {
    const { raw, port } = open();
    const heard: unknown[] = [];
    port.on('message', (event) => heard.push(event?.data));
    raw.emit('message', { data: 'hello', ports: [] });
    expect(heard).toEqual(['hello']);
  });

  it('tells its end once when the page is gone', () => {
    const { raw, port } = open();
    const ended = vi.fn();
    port.on('close', ended);
    raw.emit('close');
    port.close();
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('tells its end when we close it, and sends nothing afterwards', () => {
    const { sent, port } = open();
    const ended = vi.fn();
    port.on('close', ended);
    port.postMessage('before');
    port.close();
    port.postMessage('after');
    expect(ended).toHaveBeenCalledTimes(1);
    expect(sent).toEqual(['before']);
  });
});
