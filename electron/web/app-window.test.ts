import { expect, it } from 'vitest';
import { browserCandidates, openWindow } from './app-window.ts';
import type { Desk } from './app-window.ts';

const link = 'http://127.0.0.1:4242/open?once=code';

function desk(changes: Partial<Desk>): Desk {
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    isRoot: false,
    exists: async () => false,
    ...changes,
  };
}

it('looks for Edge before Chrome before Chromium', () => {
  const windows = browserCandidates({
    platform: 'win32',
    env: { ProgramFiles: 'C:\\Program Files' },
  });
  expect(windows).toEqual([
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ]);
});

it('opens a tab where none of them is installed', async () => {
  const opened: string[] = [];
  const links = { open: async (url: string) => void opened.push(url) };
  expect(await openWindow(link, desk({}), links)).toBe('tab');
  expect(opened).toEqual([link]);
});

it('opens a tab as root, because Chromium keeps its sandbox', async () => {
  const links = { open: async () => undefined };
  expect(await openWindow(link, desk({ isRoot: true, exists: async () => true }), links)).toBe(
    'tab',
  );
});

it('says when nothing could be opened', async () => {
  const links = { open: () => Promise.reject(new Error('no display')) };
  expect(await openWindow(link, desk({}), links)).toBe('notOpened');
});

it('goes on to a tab when the installed browser cannot be started', async () => {
  const links = { open: async () => undefined };
  const broken = desk({ env: { PATH: '/nowhere' }, exists: async () => true });
  expect(await openWindow(link, broken, links)).toBe('tab');
});
