import { spawnSync } from 'node:child_process';

/**
 * Installs Debian packages with apt-get when this needs no prompt: as root.
 *
 * @returns whether they were installed; also false if installation was not attempted.
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
