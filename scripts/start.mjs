// Plain JavaScript on purpose: it runs on Node 18 and later, finds Node 24 and continues with that.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchElectron, findElectron } from './electron-program.mjs';
import { findNode, nodeMissing } from './find-node.mjs';
import { insteadOfWindow, whyNoWindow } from './why-no-window.mjs';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2).filter((arg) => arg !== '--web');
const browserWanted = process.argv.includes('--web');
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

const electronFolder = join(projectDir, 'node_modules/electron');
const noWindow = whyNoWindow({
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  isBuilt: existsSync(join(projectDir, 'out/main.js')),
  browserWanted,
});
const failure = noWindow ?? (await bringElectron());
if (failure === null) {
  run(findElectron(electronFolder), [join(projectDir, 'out/main.js'), ...args]);
} else {
  (json ? process.stderr : process.stdout).write(`${failure}\n`);
  run(node, [join(projectDir, 'out/web.js'), ...args]);
}

/** Downloads Electron's program if it is missing; null, or the reason for a failure. */
async function bringElectron() {
  if (findElectron(electronFolder) !== null) return null;
  const why = await fetchElectron({ folder: electronFolder, node, out: process.stderr });
  return why === null ? null : insteadOfWindow(why);
}

/** Runs a program in the foreground: forwards signals to it and exits with its exit code. */
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
