import { describe, expect, it } from 'vitest';
import type { Desk } from './desk.ts';
import { createPrivateWindows } from './private-window.ts';
import { readDefaultValue } from './windows-registry.ts';

const link = 'https://login.microsoftonline.com/contoso/v2.0/adminconsent?client_id=1&state=a';

/** An environment with exactly these programs installed; it records what was started. */
function desk(platform: NodeJS.Platform, programs: readonly string[], changes: Partial<Desk> = {}) {
  const started: (readonly [string, readonly string[]])[] = [];
  const env = {
    win32: {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\kim\\AppData\\Local',
    },
    darwin: { HOME: '/Users/kim' },
    linux: { PATH: '/usr/bin:/snap/bin:.', DISPLAY: ':0' },
  }[platform as 'linux'];
  const windows = createPrivateWindows({
    platform,
    env,
    isRoot: false,
    exists: async (path) => programs.includes(path),
    registered: async () => null,
    start: async (program, args) => {
      started.push([program, args]);
      return true;
    },
    ...changes,
  });
  return { windows, started };
}

const places: readonly (readonly [NodeJS.Platform, string, string, string])[] = [
  [
    'win32',
    'edge',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    '--inprivate',
  ],
  ['win32', 'chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', '--incognito'],
  [
    'win32',
    'chromium',
    'C:\\Users\\kim\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    '--incognito',
  ],
  [
    'win32',
    'brave',
    'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    '--incognito',
  ],
  ['win32', 'firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe', '-private-window'],
  [
    'win32',
    'vivaldi',
    'C:\\Users\\kim\\AppData\\Local\\Vivaldi\\Application\\vivaldi.exe',
    '--incognito',
  ],
  [
    'darwin',
    'edge',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '--inprivate',
  ],
  [
    'darwin',
    'chrome',
    '/Users/kim/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '--incognito',
  ],
  ['darwin', 'chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium', '--incognito'],
  [
    'darwin',
    'brave',
    '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
    '--incognito',
  ],
  ['darwin', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', '-private-window'],
  ['darwin', 'vivaldi', '/Applications/Vivaldi.app/Contents/MacOS/Vivaldi', '--incognito'],
  ['linux', 'edge', '/usr/bin/microsoft-edge-stable', '--inprivate'],
  ['linux', 'chrome', '/usr/bin/google-chrome', '--incognito'],
  ['linux', 'chromium', '/snap/bin/chromium', '--incognito'],
  ['linux', 'brave', '/snap/bin/brave', '--incognito'],
  ['linux', 'firefox', '/usr/bin/firefox-esr', '-private-window'],
  ['linux', 'vivaldi', '/usr/bin/vivaldi-stable', '--incognito'],
];

describe('a private window', () => {
  it.each(places)('on %s, %s: %s with %s', async (platform, id, program, privateSwitch) => {
    const { windows, started } = desk(platform, [program]);
    expect((await windows.browsers()).map((browser) => browser.id)).toEqual([id]);
    await windows.openPrivately(link, id);
    expect(started).toEqual([[program, [privateSwitch, link]]]);
  });

  it('is offered by every browser that is here, Edge first', async () => {
    const { windows } = desk('linux', ['/usr/bin/firefox', '/usr/bin/microsoft-edge']);
    expect(await windows.browsers()).toEqual([
      { id: 'edge', name: 'Microsoft Edge' },
      { id: 'firefox', name: 'Firefox' },
    ]);
  });

  it.each([
    'file:///etc/passwd',
    'http://login.microsoftonline.com/',
    'https://me:secret@login.microsoftonline.com/',
    '--remote-debugging-port=9222',
    'javascript:alert(1)',
  ])('never opens %s', async (address) => {
    const { windows, started } = desk('linux', ['/usr/bin/firefox']);
    await expect(windows.openPrivately(address, 'firefox')).rejects.toThrow('No such address');
    expect(started).toEqual([]);
  });

  it('opens the practice cloud’s pages on loopback', async () => {
    const { windows, started } = desk('linux', ['/usr/bin/firefox']);
    await windows.openPrivately('http://localhost:4711/consent', 'firefox');
    expect(started).toHaveLength(1);
  });

  it('fails when the browser has gone, or does not start', async () => {
    const { windows } = desk('linux', ['/usr/bin/firefox'], { start: async () => false });
    await expect(windows.openPrivately(link, 'edge')).rejects.toThrow('not installed');
    await expect(windows.openPrivately(link, 'firefox')).rejects.toThrow('could not be started');
  });

  it('is not offered without a screen', async () => {
    const { windows } = desk('linux', ['/usr/bin/firefox'], { env: { PATH: '/usr/bin' } });
    expect(await windows.browsers()).toEqual([]);
  });

  it('of Chromium is not offered to root', async () => {
    const programs = ['/usr/bin/chromium', '/usr/bin/firefox'];
    const { windows } = desk('linux', programs, { isRoot: true });
    expect((await windows.browsers()).map(({ id }) => id)).toEqual(['firefox']);
  });
});

describe('a browser that Windows has registered elsewhere', () => {
  const place = 'D:\\Programs\\Firefox\\firefox.exe';
  const answer = (value: string) =>
    `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\…\\firefox.exe\r\n    (Standard)    REG_SZ    ${value}\r\n\r\n`;

  it('is found by its name', async () => {
    const registered = async (program: string) => (program === 'firefox.exe' ? place : null);
    const { windows, started } = desk('win32', [place], { registered });
    await windows.openPrivately(link, 'firefox');
    expect(started).toEqual([[place, ['-private-window', link]]]);
  });

  it('is read from the answer of reg.exe in any language, with or without quotes', () => {
    expect(readDefaultValue(answer(place), 'firefox.exe')).toBe(place);
    expect(readDefaultValue(answer(`"${place}"`), 'firefox.exe')).toBe(place);
  });

  it('is not taken when another program stands there, or no whole path', () => {
    expect(readDefaultValue(answer('D:\\evil.exe'), 'firefox.exe')).toBeNull();
    expect(readDefaultValue(answer('firefox.exe'), 'firefox.exe')).toBeNull();
    expect(readDefaultValue('', 'firefox.exe')).toBeNull();
  });
});
