import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron/main';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../engine/kernel/ports.ts';
import { hardenContents } from './harden-contents.ts';

type OpenHandler = (details: { readonly url: string }) => unknown;

class Contents extends EventEmitter {
  openHandler: OpenHandler | undefined;

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

let contents: Contents;
let opened: string[];

beforeEach(() => {
  contents = new Contents();
  opened = [];
  hardenContents(contents as unknown as WebContents, {
    log: silent,
    openLink: (url) => opened.push(url),
  });
});

/** Whether the handler prevents what an event announces. */
function isPrevented(event: string, details: object, ...more: readonly unknown[]): boolean {
  let prevented = false;
  contents.emit(event, { ...details, preventDefault: () => (prevented = true) }, ...more);
  return prevented;
}

const elsewhere = [
  'https://evil.example/',
  'https://bundle/',
  'https://evil.example/?next=app://bundle/',
  'app://bundle.evil/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'about:blank',
];

describe('a page that would go elsewhere', () => {
  it.each(elsewhere)('is kept from %s', (url) => {
    expect([
      isPrevented('will-navigate', { url }),
      isPrevented('will-frame-navigate', { url, isMainFrame: true }),
      isPrevented('will-redirect', { url }),
    ]).toEqual([true, true, true]);
  });

  it('may go to a screen of ours', () => {
    const url = 'app://bundle/customers';
    expect([
      isPrevented('will-navigate', { url }),
      isPrevented('will-frame-navigate', { url, isMainFrame: true }),
      isPrevented('will-redirect', { url }),
    ]).toEqual([false, false, false]);
  });

  it('may load no frame, not even one of ours', () => {
    const details = { url: 'app://bundle/', isMainFrame: false };
    expect(isPrevented('will-frame-navigate', details)).toBe(true);
  });

  it('opens no window: the address goes to the one door for links', () => {
    expect(contents.openHandler?.({ url: 'https://learn.microsoft.com/' })).toEqual({
      action: 'deny',
    });
    expect(opened).toEqual(['https://learn.microsoft.com/']);
  });

  it('attaches no web view, and keeps its preload from running', () => {
    const webPreferences = { preload: '/evil.js' };
    expect(isPrevented('will-attach-webview', {}, webPreferences)).toBe(true);
    expect(webPreferences).toEqual({});
  });
});
