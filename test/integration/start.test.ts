import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchElectron, findElectron } from '../../scripts/electron-program.mjs';
import { startElectronMirror } from '../support/electron-mirror.ts';
import type { ElectronMirror, MirrorBehavior } from '../support/electron-mirror.ts';

const root = path.resolve(import.meta.dirname, '../..');
const modules = path.join(root, 'node_modules');
const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };

let home: string;
let folder: string;
let mirror: ElectronMirror;
let lines: string[];

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'evergrant-start-'));
  folder = path.join(home, 'node_modules/electron');
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'install.js', 'checksums.json']) {
    cpSync(path.join(modules, 'electron', name), path.join(folder, name));
  }
  for (const name of ['@electron', '@electron-internal']) {
    symlinkSync(path.join(modules, name), path.join(home, 'node_modules', name), 'junction');
  }
  mirror = await startElectronMirror(version);
  lines = [];
});

afterEach(async () => {
  await mirror.close();
  rmSync(home, { recursive: true, force: true });
});

/**
 * The variables of Electron's own installer: another mirror, the mirror's checksums, a cache for this test.
 */
function env(changes: Readonly<Record<string, string>> = {}): Record<string, string | undefined> {
  return {
    ...process.env,
    ELECTRON_MIRROR: mirror.address,
    electron_use_remote_checksums: '1',
    electron_config_cache: path.join(home, 'cache'),
    ...changes,
  };
}

function fetchIt(
  options: Partial<Parameters<typeof fetchElectron>[0]> = {},
): Promise<string | null> {
  const out = { isTTY: false, write: (text: string) => lines.push(text) };
  return fetchElectron({ folder, node: process.execPath, out, env: env(), ...options });
}

function left(): readonly string[] {
  return readdirSync(folder).toSorted();
}

const untouched = ['checksums.json', 'install.js', 'package.json'];

describe("Electron's program on the first start", () => {
  it('is downloaded, found, and can be run', async () => {
    expect(findElectron(folder)).toBeNull();
    expect(await fetchIt()).toBeNull();

    const program = findElectron(folder);
    expect(program).toBe(path.join(folder, 'dist', path.basename(program ?? '')));
    if (process.platform !== 'win32') {
      expect(spawnSync(program ?? '', { encoding: 'utf8' }).stdout).toBe('Electron\n');
    }
    expect(left()).toEqual(['checksums.json', 'dist', 'install.js', 'package.json', 'path.txt']);
    expect(lines.join('')).toBe(
      `Downloading Electron ${version}, once (npm run web opens Evergrant in the browser without it).\n` +
        `Electron ${version} is installed.\n`,
    );
  });

  it('comes through the proxy of the environment, with or without a scheme', async () => {
    for (const [proxy, ELECTRON_MIRROR] of [
      [mirror.proxy, 'http://one.example/'],
      [`http://${mirror.proxy}`, 'http://two.example/'],
    ] as const) {
      const before = mirror.asked.length;
      const settings = { ELECTRON_MIRROR, HTTP_PROXY: proxy, http_proxy: proxy, NO_PROXY: '' };
      expect(await fetchIt({ env: env(settings) })).toBeNull();
      expect(mirror.asked.slice(before)).toContain('CONNECT');
    }
  });

  const zip = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const failures: readonly [MirrorBehavior, string][] = [
    ['cutOff', 'the connection to 127.0.0.1 was cut off'],
    ['missing', `127.0.0.1 answered with HTTP 404 for ${zip}`],
    ['otherFile', "the file doesn't have the checksum that Electron published"],
  ];

  it.each(failures)(
    'leaves nothing and says why: %s; the next start succeeds',
    async (how, why) => {
      mirror.behavior = how;
      expect(await fetchIt()).toBe(`Electron couldn't be downloaded: ${why}.`);
      expect(findElectron(folder)).toBeNull();
      expect(left()).toEqual(untouched);

      mirror.behavior = 'whole';
      expect(await fetchIt()).toBeNull();
      expect(findElectron(folder)).not.toBeNull();
    },
  );

  it.each<MirrorBehavior>(['noZip', 'brokenZip'])(
    "leaves nothing and says so when the file can't be unpacked: %s",
    async (how) => {
      mirror.behavior = how;
      expect(await fetchIt()).toMatch(
        /^Electron couldn't be downloaded: the file couldn't be unpacked \(.+\)\.$/,
      );
      expect(left()).toEqual(untouched);
    },
  );

  it('ends when no data comes', async () => {
    mirror.behavior = 'silent';
    const limits = { silent: 500, whole: 600_000 };
    expect(await fetchIt({ limits })).toBe(
      "Electron couldn't be downloaded: no data came from 127.0.0.1 for 0.5 seconds.",
    );
    expect(left()).toEqual(untouched);

    mirror.behavior = 'whole';
    expect(await fetchIt()).toBeNull();
  });

  it('ends when all of it takes too long', async () => {
    mirror.behavior = 'silent';
    const limits = { silent: 600_000, whole: 600 };
    expect(await fetchIt({ limits })).toBe(
      "Electron couldn't be downloaded: it took longer than 0.01 minutes.",
    );
    expect(left()).toEqual(untouched);
  });

  it('leaves nothing when it is stopped in the middle', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows ends a process without asking it');
    mirror.behavior = 'silent';
    const program = path.join(root, 'scripts/electron-program.mjs');
    const script = `import { fetchElectron } from ${JSON.stringify(pathToFileURL(program).href)};
      const folder = ${JSON.stringify(folder)};
      await fetchElectron({ folder, node: process.execPath, out: process.stderr });`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env: env(),
      stdio: 'ignore',
    });
    await mirror.firstRequest;
    child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGTERM']);
    expect(left()).toEqual(untouched);
  });

  it("says when the server can't be reached", async () => {
    await mirror.close();
    expect(await fetchIt()).toBe(
      "Electron couldn't be downloaded: 127.0.0.1 can't be reached (ECONNREFUSED).",
    );
    expect(left()).toEqual(untouched);
  });

  it('shows on a terminal how far it is, in one line', async () => {
    const out = { isTTY: true, write: (text: string) => lines.push(text) };
    expect(await fetchIt({ out })).toBeNull();
    expect(lines[0]).toBe(`Downloading Electron ${version}, once …`);
    expect(lines[1]).toMatch(/^\rDownloading Electron [\d.]+, once: 0 of 0 MB$/);
    expect(lines.slice(-2)).toEqual(['\n', `Electron ${version} is installed.\n`]);
  });
});

it('npm start without a display says why no window opens, and its documents stay clean', async () => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...headless } = process.env;
  const data = path.join(home, 'data');
  // Windows and macOS always have a display.
  const [asked, why] =
    process.platform === 'linux'
      ? [[], 'instead of a desktop window, because there is no display.']
      : [['--web'], 'as requested.'];
  const args = ['scripts/start.mjs', '--json', '--practice', '--data-dir', data, ...asked];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...headless, ELECTRON_MIRROR: mirror.address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.endsWith('\n')) resolve();
    });
    child.once('close', () => reject(new Error(stderr)));
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
  expect(JSON.parse(stdout)).toMatchObject({ event: 'listening' });
  expect(stderr).toMatch(/^Opening in the browser.*$/m);
  expect(stderr).toContain(`${why}\n`);
  expect(mirror.asked).toEqual([]);
});
