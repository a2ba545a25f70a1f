import { EventEmitter } from 'node:events';
import { ipcMain } from 'electron/main';
import type { WebContents } from 'electron/main';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portMessage } from '../contract/hand-over.ts';
import type { Log } from '../engine/kernel/ports.ts';
import { acceptPorts } from './port-handover.ts';
import type { ServedPort } from './served-port.ts';

vi.mock('electron/main', async () => {
  const events = await import('node:events');
  return { ipcMain: new events.EventEmitter() };
});

class Port extends EventEmitter {
  closed = false;

  close(): void {
    this.closed = true;
  }
}

const ourFrame = { parent: null, origin: 'app://bundle', url: 'app://bundle/', detached: false };

let contents: EventEmitter & { readonly id: number };
let served: ServedPort[];
let reasons: unknown[];
let stop: () => void;

beforeEach(() => {
  contents = Object.assign(new EventEmitter(), { id: 7 });
  served = [];
  reasons = [];
  const log: Log = {
    debug() {},
    info() {},
    warn: (_event, fields) => reasons.push(fields?.['reason']),
    error() {},
  };
  stop = acceptPorts({
    contents: contents as unknown as WebContents,
    serve: (port) => served.push(port),
    log,
  });
});
afterEach(() => stop());

function hand(ports: readonly Port[], senderFrame: object | null = ourFrame, id = 7): void {
  ipcMain.emit(portMessage, { sender: { id }, senderFrame, ports });
}

function load(details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }): void {
  contents.emit('did-start-navigation', details);
}

describe('a page that hands over its port', () => {
  it('is served on it', () => {
    const port = new Port();
    hand([port]);
    expect([served.length, port.closed]).toEqual([1, false]);
  });

  it('gets no second one for the same load', () => {
    const second = new Port();
    hand([new Port()]);
    hand([second]);
    expect([served.length, second.closed, reasons]).toEqual([1, true, ['second']]);
  });

  it('gets a new one after a new load, and the old one is closed', () => {
    const [first, second] = [new Port(), new Port()];
    hand([first]);
    load({ isMainFrame: true, isSameDocument: false });
    hand([second]);
    expect([served.length, first.closed, second.closed]).toEqual([2, true, false]);
  });

  it.each([
    ['moves within the page', { isMainFrame: true, isSameDocument: true }],
    ['loads a frame', { isMainFrame: false, isSameDocument: false }],
  ])('keeps its port when it %s', (_what, details) => {
    const port = new Port();
    hand([port]);
    load(details);
    expect(port.closed).toBe(false);
  });

  it.each([
    ['another window', ourFrame, 8, 'otherWindow'],
    ['a frame that is gone', null, 7, 'noFrame'],
    ['a frame inside', { ...ourFrame, parent: ourFrame }, 7, 'childFrame'],
    ['another origin', { ...ourFrame, origin: 'https://evil.example' }, 7, 'otherOrigin'],
  ])('is refused as %s, and its port closed', (_who, frame, id, reason) => {
    const port = new Port();
    hand([port], frame, id);
    expect([served.length, port.closed, reasons]).toEqual([0, true, [reason]]);
  });

  it.each([0, 2])('is refused with %i ports', (count) => {
    const ports = Array.from({ length: count }, () => new Port());
    hand(ports);
    expect([served.length, ports.every((port) => port.closed)]).toEqual([0, true]);
    expect(reasons).toEqual(['wrongCount']);
  });

  it('loses its port when the window is gone, and when the hand-over ends', () => {
    const [first, second] = [new Port(), new Port()];
    hand([first]);
    contents.emit('destroyed');
    hand([second]);
    stop();
    expect([first.closed, second.closed]).toEqual([true, true]);
  });

  it('leaves no other listener to the page: electron-store adds one of its own', () => {
    expect(ipcMain.eventNames()).toEqual([portMessage]);
  });
});
