// Plain JavaScript on purpose: it runs on any Node from 18 on, finds Node 24 and goes on with that.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, nodeMissing } from './find-node.mjs';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const json = args.includes('--json');

const node = findNode();
if (node === null) {
  process.stderr.write(nodeMissing);
  process.exit(1);
}

const built = spawnSync(node, [join(projectDir, 'scripts/build.ts')], {
  stdio: ['ignore', json ? 2 : 'inherit', 'inherit'],
});
if (built.status !== 0) process.exit(built.status ?? 1);

const electron = findElectron();
const obstacle = whyNotElectron(electron);
if (obstacle === null) {
  run(electron, [join(projectDir, 'out/main.js'), ...args]);
} else {
  if (!json)
    process.stdout.write(`Opening in the browser instead of a desktop window: ${obstacle}\n`);
  run(node, [join(projectDir, 'out/web.js'), ...args]);
}

/** Electron's program, where `install-electron` has put it. Asking the package itself would download it. */
function findElectron() {
  const folder = join(projectDir, 'node_modules/electron');
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** Why the desktop cannot be shown here, or null. */
function whyNotElectron(program) {
  if (program === null) {
    return 'the Electron program is not downloaded (run npx install-electron to have it).';
  }
  const { platform, env } = process;
  if (platform !== 'win32' && platform !== 'darwin' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return 'there is no display here.';
  }
  if (platform === 'linux' && process.getuid() === 0) {
    return 'Electron keeps its sandbox, and that does not run as root.';
  }
  if (!existsSync(join(projectDir, 'out/main.js'))) return 'the desktop is not part of this build.';
  return null;
}

/** Runs a program in the foreground: signals go on to it, its exit code becomes ours. */
function run(program, programArgs) {
  const child = spawn(program, programArgs, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
