import { spawnSync } from 'node:child_process';

/**
 * Installs Debian packages where that needs no question: as root, with apt-get.
 *
 * @returns whether they were installed; false also where it was not tried.
 */
export function installFromDebian(names: readonly string[]): boolean {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !hasAptGet()) return false;
  console.log(`Installing with apt-get: ${names.join(' ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: readonly string[]): boolean =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  return run(['update', '-q']) && run(['install', '-y', '-q', '--no-install-recommends', ...names]);
}

function hasAptGet(): boolean {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}
