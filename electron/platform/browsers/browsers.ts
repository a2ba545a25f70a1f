import { posix } from 'node:path';

/** A browser that Evergrant can start. */
export interface KnownBrowser {
  readonly id: string;
  readonly name: string;
  /** Chromium refuses to run as root with its sandbox, and Evergrant does not start it without. */
  readonly isChromium: boolean;
  /** Whether it can open an address in its own window, without tabs. */
  readonly hasAppWindow: boolean;
  readonly privateSwitch: string;
  /** Path below a programs folder on Windows. */
  readonly windows: string;
  /** The program inside its bundle below `/Applications`. */
  readonly mac: string;
  /** Names on the PATH of Linux. */
  readonly linux: readonly string[];
}

const app = (name: string, program = name): string => `${name}.app/Contents/MacOS/${program}`;
const incognito = { isChromium: true, privateSwitch: '--incognito' } as const;

/** The browsers, in the order in which they are offered. */
export const knownBrowsers: readonly KnownBrowser[] = [
  {
    id: 'edge',
    name: 'Microsoft Edge',
    isChromium: true,
    hasAppWindow: true,
    privateSwitch: '--inprivate',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
    mac: app('Microsoft Edge'),
    linux: ['microsoft-edge', 'microsoft-edge-stable'],
  },
  {
    ...incognito,
    id: 'chrome',
    name: 'Google Chrome',
    hasAppWindow: true,
    windows: 'Google\\Chrome\\Application\\chrome.exe',
    mac: app('Google Chrome'),
    linux: ['google-chrome', 'google-chrome-stable'],
  },
  {
    ...incognito,
    id: 'chromium',
    name: 'Chromium',
    hasAppWindow: true,
    windows: 'Chromium\\Application\\chrome.exe',
    mac: app('Chromium'),
    linux: ['chromium', 'chromium-browser'],
  },
  {
    ...incognito,
    id: 'brave',
    name: 'Brave',
    hasAppWindow: false,
    windows: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    mac: app('Brave Browser'),
    linux: ['brave-browser', 'brave-browser-stable', 'brave'],
  },
  {
    id: 'firefox',
    name: 'Firefox',
    isChromium: false,
    hasAppWindow: false,
    privateSwitch: '-private-window',
    windows: 'Mozilla Firefox\\firefox.exe',
    mac: app('Firefox', 'firefox'),
    linux: ['firefox', 'firefox-esr'],
  },
  {
    ...incognito,
    id: 'vivaldi',
    name: 'Vivaldi',
    hasAppWindow: false,
    windows: 'Vivaldi\\Application\\vivaldi.exe',
    mac: app('Vivaldi'),
    linux: ['vivaldi', 'vivaldi-stable'],
  },
];

/** Where a browser may be installed on this computer, the likeliest place first. */
export function placesOf(
  browser: KnownBrowser,
  {
    platform,
    env,
  }: {
    readonly platform: NodeJS.Platform;
    readonly env: Readonly<Record<string, string | undefined>>;
  },
): string[] {
  if (platform === 'win32') {
    return ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA']
      .flatMap((name) => env[name] ?? [])
      .map((folder) => `${folder}\\${browser.windows}`);
  }
  if (platform === 'darwin') {
    const own = env['HOME'] === undefined ? [] : [posix.join(env['HOME'], 'Applications')];
    return ['/Applications', ...own].map((folder) => posix.join(folder, browser.mac));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return browser.linux.flatMap((program) => folders.map((folder) => posix.join(folder, program)));
}
