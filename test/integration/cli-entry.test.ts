import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../support/programs/programs.ts';

interface Package {
  readonly bin: Readonly<Record<string, string>>;
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
}

let own: Package;

beforeAll(async () => {
  own = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')) as Package;
});

const run = promisify(execFile);
/** Ends a start that hangs. */
const limit = { timeout: 120_000, killSignal: 'SIGKILL' } as const;

it('the file that is linked as evergrant runs the command from its sources', async () => {
  const file = path.join(projectRoot, own.bin['evergrant'] ?? '');
  const { stdout } = await run(process.execPath, [file, '--version']);
  expect(stdout).toBe(`${own.version}\n`);
});

/** Linking folders on Windows needs a right that a test does not have, and its Node is not a script. */
describe.skipIf(process.platform === 'win32')('the compile cache, where its folder', () => {
  /** A separate installation: the entry and what it imports are copies, the sources are the project's. */
  async function installed(engine: string): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'evergrant-entry-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    for (const name of ['bin', 'scripts']) {
      await cp(path.join(projectRoot, name), path.join(folder, name), { recursive: true });
    }
    await symlink(path.join(projectRoot, 'electron'), path.join(folder, 'electron'));
    const described = { ...own, engines: { node: engine } };
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(described));
    await mkdir(path.join(folder, 'node_modules', '.bin'), { recursive: true });
    return folder;
  }

  /** A script that reports a newer version than this Node and otherwise runs this Node. */
  async function addNewerNode(folder: string): Promise<void> {
    const script = `#!/bin/sh\nif [ "$1" = -p ]; then echo 999.0.0; else exec '${process.execPath}' "$@"; fi\n`;
    await writeFile(path.join(folder, 'node_modules', '.bin', 'node'), script, { mode: 0o755 });
  }

  async function version(folder: string): Promise<string> {
    const { NODE_COMPILE_CACHE: _, ...env } = process.env;
    const file = path.join(folder, own.bin['evergrant'] ?? '');
    const { stdout } = await run(process.execPath, [file, '--version'], { ...limit, env });
    return stdout;
  }

  /** An existing folder that accepts no files, with a misleading error: Linux answers "no such folder". */
  const unwritable = process.platform === 'linux' ? '/proc' : '/dev/null';

  const branches = [
    ['this Node', '24.0'],
    ['the Node of the packages', '999.0'],
  ] as const;

  it.each(branches)('cannot be made is done without, by %s', async (_, engine) => {
    const folder = await installed(engine);
    await addNewerNode(folder);
    await symlink(unwritable, path.join(folder, 'node_modules', '.cache'));
    expect(await version(folder)).toBe(`${own.version}\n`);
  });

  it.each(branches)('can be made is filled, by %s', async (_, engine) => {
    const folder = await installed(engine);
    await addNewerNode(folder);
    expect(await version(folder)).toBe(`${own.version}\n`);
    const kept = await readdir(path.join(folder, 'node_modules', '.cache', 'evergrant-command'));
    expect(kept).toHaveLength(1);
  });
});
