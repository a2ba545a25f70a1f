/** What electron-builder.yml produces: its configuration, the packed files, the fuses. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFakeElectron } from '../support/fake-electron.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readConfig = (): ReturnType<typeof getConfig> =>
  getConfig(root, 'electron-builder.yml', null, undefined);

describe('the packager’s configuration', () => {
  it('is valid', async () => {
    await expect(
      validateConfiguration(await readConfig(), new DebugLogger(false)),
    ).resolves.toBeUndefined();
  });

  it('would be refused with a fuse misspelt', async () => {
    const misspelt: object = { electronFuses: { runAsNod: false } };
    await expect(
      validateConfiguration({ ...(await readConfig()), ...misspelt }, new DebugLogger(false)),
    ).rejects.toThrow(/electronFuses/);
  });

  it('has what each system installs, for both processors', async () => {
    const { win, mac, linux } = await readConfig();
    const both = ['x64', 'arm64'];
    expect([win?.target, mac?.target, linux?.target]).toEqual([
      [
        { target: 'nsis', arch: both },
        { target: 'zip', arch: both },
      ],
      [
        { target: 'dmg', arch: both },
        { target: 'zip', arch: both },
      ],
      [
        { target: 'AppImage', arch: both },
        { target: 'deb', arch: both },
      ],
    ]);
  });
});

describe('the packed desktop', () => {
  let folder: string;
  let packed: string;
  let files: readonly string[];

  beforeAll(async () => {
    if (!existsSync(path.join(root, 'out/main.js'))) {
      throw new Error('Nothing is built: run npm run build first.');
    }
    folder = await mkdtemp(path.join(tmpdir(), 'evergrant-pack-'));
    const electronDist = path.join(folder, 'electron');
    await makeFakeElectron(electronDist);
    await pack(electronDist, path.join(folder, 'dist'));
    packed = path.join(folder, 'dist', 'linux-unpacked');
    files = listPackage(path.join(packed, 'resources/app.asar'), { isPack: false }).map((file) =>
      file.replaceAll('\\', '/').replace(/^\//, ''),
    );
  });
  afterAll(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  it('has the entry that package.json names, the preload, the screens and the workers', async () => {
    const { main } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      readonly main: string;
    };
    expect(files).toEqual(
      expect.arrayContaining([
        main,
        'out/preload.cjs',
        'out/renderer/index.html',
        'out/store-writer.js',
        'out/store-reader.js',
        'out/practice.js',
      ]),
    );
  });

  it('has the packages with binaries, and of the others none', () => {
    const packages = new Set(
      files.map((file) => /^node_modules\/(@[^/]+\/[^/]+|[^@/]+)\//.exec(file)?.[1]),
    );
    packages.delete(undefined);
    expect([...packages].toSorted()).toEqual([
      '@napi-rs/keyring',
      '@napi-rs/keyring-linux-x64-gnu',
      'better-sqlite3-multiple-ciphers',
    ]);
  });

  it('keeps binaries outside the archive, where the system can load them', () => {
    const unpacked = path.join(packed, 'resources/app.asar.unpacked/node_modules');
    expect(
      existsSync(path.join(unpacked, 'better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node')),
    ).toBe(true);
  });

  it('has no source, test, map or report', () => {
    const unwanted =
      /\.(?:map|ts|tsx|md|spec\.js|test\.js)$|^(?:test|docs|scripts|renderer|electron)\//;
    expect(
      files.filter((file) => unwanted.test(file) && !file.startsWith('node_modules/')),
    ).toEqual([]);
    expect(files.filter((file) => /^out\/(?:tour|reports|bench)/.test(file))).toEqual([]);
  });

  it('has every fuse set against running foreign code', async () => {
    const wire = await getCurrentFuseWire(path.join(packed, 'evergrant'));
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    });
  });
});

/** The bytes of an enabled and of a disabled fuse in the binary. */
const ENABLE = '1'.charCodeAt(0);
const DISABLE = '0'.charCodeAt(0);

/** Runs the real packager for Linux; an error contains its complete output. */
async function pack(electronDist: string, output: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const args = [
    '--dir',
    '--linux',
    '--x64',
    '--publish=never',
    `-c.electronDist=${electronDist}`,
    `-c.directories.output=${output}`,
  ];
  await promisify(execFile)(process.execPath, [cli, ...args], { cwd: root }).catch(
    (error: { readonly stdout?: string; readonly stderr?: string }) => {
      throw new Error(`electron-builder failed:\n${error.stdout ?? ''}\n${error.stderr ?? ''}`);
    },
  );
}
