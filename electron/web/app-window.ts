import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Links } from '../engine/ports.ts';

/** What finding and starting a browser depends on. */
export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Chromium refuses to run as root with its sandbox, and without it we do not start it. */
  readonly isRoot: boolean;
  readonly exists: (path: string) => Promise<boolean>;
}

/** This process's own desk. */
export const ownDesk: Desk = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
};

const windowsPrograms = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
];
const macPrograms = ['Microsoft Edge', 'Google Chrome', 'Chromium'];
const linuxPrograms = [
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
];

/** Where Edge, Chrome or Chromium may be installed here, the likeliest first. */
export function browserCandidates({ platform, env }: Pick<Desk, 'platform' | 'env'>): string[] {
  if (platform === 'win32') {
    const folders = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].map((name) => env[name]);
    return windowsPrograms.flatMap((program) =>
      folders.filter((folder) => folder !== undefined).map((folder) => `${folder}\\${program}`),
    );
  }
  if (platform === 'darwin') {
    return macPrograms.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxPrograms.flatMap((program) => folders.map((folder) => join(folder, program)));
}

/** How the link was opened. */
export type Opened = 'appWindow' | 'tab' | 'notOpened';

/** Opens the link as an app window of an installed browser, else as a tab of the default one. */
export async function openWindow(link: string, desk: Desk, links: Links): Promise<Opened> {
  const program = desk.isRoot ? null : await firstExisting(desk);
  if (program !== null && (await start(program, [`--app=${link}`]))) return 'appWindow';
  return await links.open(link).then(
    () => 'tab',
    () => 'notOpened',
  );
}

async function firstExisting(desk: Desk): Promise<string | null> {
  for (const candidate of browserCandidates(desk)) {
    if (await desk.exists(candidate)) return candidate;
  }
  return null;
}

async function start(program: string, args: readonly string[]): Promise<boolean> {
  return await new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
