import { expect, it } from 'vitest';
import type { Desk } from '../platform/browsers/desk.ts';
import { openWindow } from './app-window.ts';

const link = 'http://127.0.0.1:4242/open?once=code';

function desk(changes: Partial<Desk>): Desk {
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    isRoot: false,
    exists: async () => true,
    registered: async () => null,
    start: async () => true,
    ...changes,
  };
}

it('opens an app window of Edge before Chrome before Chromium', async () => {
  const started: unknown[] = [];
  const start: Desk['start'] = async (...call) => {
    started.push(call);
    return true;
  };
  const nothing = { open: () => Promise.reject(new Error('not asked')) };
  const paths = ['chromium', 'google-chrome', 'microsoft-edge'].map((name) => `/usr/bin/${name}`);
  for (const count of [1, 2, 3]) {
    const exists = async (path: string) => paths.slice(0, count).includes(path);
    expect(await openWindow(link, desk({ exists, start }), nothing)).toBe('appWindow');
  }
  expect(started).toEqual(paths.map((path) => [path, [`--app=${link}`]]));
});

it('opens a tab where none of them is installed, though another browser is', async () => {
  const opened: string[] = [];
  const links = { open: async (url: string) => void opened.push(url) };
  const exists = async (path: string) => path.endsWith('firefox');
  expect(await openWindow(link, desk({ exists }), links)).toBe('tab');
  expect(opened).toEqual([link]);
});

it('opens a tab as root, because Chromium keeps its sandbox', async () => {
  const links = { open: async () => undefined };
  expect(await openWindow(link, desk({ isRoot: true }), links)).toBe('tab');
});

it('says when nothing could be opened', async () => {
  const links = { open: () => Promise.reject(new Error('no display')) };
  expect(await openWindow(link, desk({ exists: async () => false }), links)).toBe('notOpened');
});

it('goes on to a tab when the installed browser cannot be started', async () => {
  const links = { open: async () => undefined };
  expect(await openWindow(link, desk({ start: async () => false }), links)).toBe('tab');
});
